package fr.socle.pieces.seal;

import fr.socle.pieces.depot.Stored;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads a sealed file from any place. Every byte that it gives was authenticated first, together
 * with its place, the file it belongs to and the file's length. One chunk is in memory at a time.
 * Not for several threads.
 */
public final class SealedFile implements Content {

    private final Stored stored;
    private final SecretKey key;
    private final UUID file;
    private final long size;
    private final Layout layout;
    private final byte[] sealed;
    private byte[] plain = {};
    private long open = -1;

    /**
     * @param size of the plain content, in bytes
     * @throws ChangedFile if the file has another length or header than it was written with
     */
    public SealedFile(Stored stored, byte[] key, UUID file, long size) throws IOException {
        this(stored, key, file, size, Layout.HOUSE);
    }

    SealedFile(Stored stored, byte[] key, UUID file, long size, Layout layout) throws IOException {
        this.stored = stored;
        this.key = new SecretKeySpec(key, "AES");
        this.file = file;
        this.size = size;
        this.layout = layout;
        this.sealed = new byte[layout.chunkBytes() + Layout.TAG_BYTES];
        checkFrame();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long at, byte[] into) throws IOException {
        if (at < 0 || at + into.length > size) {
            throw new EOFException("bytes beyond the content");
        }
        int done = 0;
        while (done < into.length) {
            var chunk = openAt(at + done);
            int from = (int) ((at + done) % layout.chunkBytes());
            int now = Math.min(into.length - done, chunk.length - from);
            System.arraycopy(chunk, from, into, done, now);
            done += now;
        }
    }

    @Override
    public void copy(long first, long length, OutputStream target) throws IOException {
        long at = first;
        while (at < first + length) {
            var chunk = openAt(at);
            int from = (int) (at % layout.chunkBytes());
            int now = (int) Math.min(first + length - at, chunk.length - from);
            target.write(chunk, from, now);
            at += now;
        }
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }

    private void checkFrame() throws IOException {
        if (stored.size() != layout.sealedBytes(size)) {
            throw new ChangedFile(file, null);
        }
        var header = new byte[Layout.HEADER.length];
        stored.read(0, header, header.length);
        if (!Arrays.equals(header, Layout.HEADER)) {
            throw new ChangedFile(file, null);
        }
    }

    private byte[] openAt(long position) throws IOException {
        long chunk = position / layout.chunkBytes();
        if (chunk != open) {
            plain = decrypt(chunk);
            open = chunk;
        }
        return plain;
    }

    private byte[] decrypt(long chunk) throws IOException {
        int length = layout.plainBytesOf(chunk, size) + Layout.TAG_BYTES;
        boolean last = chunk == layout.chunks(size) - 1;
        stored.read(layout.start(chunk), sealed, length);
        try {
            return Layout.cipher(Cipher.DECRYPT_MODE, key, file, chunk, last)
                    .doFinal(sealed, 0, length);
        } catch (GeneralSecurityException changed) {
            throw new ChangedFile(file, changed);
        }
    }
}
