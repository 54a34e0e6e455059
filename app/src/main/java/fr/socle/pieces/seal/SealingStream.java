package fr.socle.pieces.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what is written to it, chunk after chunk. A chunk leaves only when a byte after it comes,
 * or at {@link #finish}: the last one is marked as last. Closing without {@code finish} leaves a
 * file that does not open.
 */
public final class SealingStream extends OutputStream {

    private final OutputStream sealed;
    private final SecretKey key;
    private final UUID file;
    private final byte[] plain;
    private final byte[] out;
    private int filled;
    private long chunk;
    private long total;

    public SealingStream(OutputStream sealed, byte[] key, UUID file) throws IOException {
        this(sealed, key, file, Layout.HOUSE);
    }

    SealingStream(OutputStream sealed, byte[] key, UUID file, Layout layout) throws IOException {
        this.sealed = sealed;
        this.key = new SecretKeySpec(key, "AES");
        this.file = file;
        this.plain = new byte[layout.chunkBytes()];
        this.out = new byte[layout.chunkBytes() + Layout.TAG_BYTES];
        sealed.write(Layout.HEADER);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == plain.length) {
                flushChunk(false);
            }
            int now = Math.min(length - done, plain.length - filled);
            System.arraycopy(bytes, from + done, plain, filled, now);
            filled += now;
            done += now;
        }
        total += length;
    }

    /** The plain bytes written so far. */
    public long total() {
        return total;
    }

    /** Seals the last chunk. Nothing may be written afterwards. */
    public void finish() throws IOException {
        flushChunk(true);
        sealed.flush();
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }

    private void flushChunk(boolean last) throws IOException {
        try {
            int length =
                    Layout.cipher(Cipher.ENCRYPT_MODE, key, file, chunk, last)
                            .doFinal(plain, 0, filled, out);
            sealed.write(out, 0, length);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has AES-GCM", missing);
        }
        chunk++;
        filled = 0;
    }
}
