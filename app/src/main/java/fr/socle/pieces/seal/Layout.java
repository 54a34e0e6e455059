package fr.socle.pieces.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The form of a sealed file: {@code "SOCLEPJ1" ‖ chunk…}, each chunk {@code AES-256-GCM(plain) ‖
 * 16-byte tag} of {@link #chunkBytes} plain bytes, only the last one shorter.
 *
 * <p>After the STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár, 2015): the nonce of a
 * chunk is {@code 7 zero bytes ‖ its number, 4 bytes ‖ 1 for the last chunk else 0}, so a chunk
 * that was moved, dropped or added does not open. The prefix may be fixed because a key seals one
 * file only. The file's id and the header are authenticated with every chunk, so that one file
 * cannot stand in for another.
 */
final class Layout {

    static final byte[] HEADER = "SOCLEPJ1".getBytes(StandardCharsets.US_ASCII);
    static final int TAG_BYTES = 16;
    static final Layout HOUSE = new Layout(64 * 1024);

    private static final int NONCE_BYTES = 12;

    private final int chunkBytes;

    Layout(int chunkBytes) {
        this.chunkBytes = chunkBytes;
    }

    int chunkBytes() {
        return chunkBytes;
    }

    /** The number of chunks of a content: at least one, for an empty content is sealed too. */
    long chunks(long plainBytes) {
        return Math.max(1, Math.ceilDiv(plainBytes, (long) chunkBytes));
    }

    /** The size of the sealed file. */
    long sealedBytes(long plainBytes) {
        return HEADER.length + plainBytes + chunks(plainBytes) * TAG_BYTES;
    }

    /** Where a chunk begins in the sealed file. */
    long start(long chunk) {
        return HEADER.length + chunk * (chunkBytes + TAG_BYTES);
    }

    /** The plain bytes in a chunk. */
    int plainBytesOf(long chunk, long plainBytes) {
        return (int) Math.min(chunkBytes, plainBytes - chunk * chunkBytes);
    }

    static Cipher cipher(int mode, SecretKey key, UUID file, long chunk, boolean last)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce(chunk, last)));
        cipher.updateAAD(HEADER);
        cipher.updateAAD(
                ByteBuffer.allocate(16)
                        .putLong(file.getMostSignificantBits())
                        .putLong(file.getLeastSignificantBits())
                        .flip());
        return cipher;
    }

    private static byte[] nonce(long chunk, boolean last) {
        return ByteBuffer.allocate(NONCE_BYTES)
                .putInt(NONCE_BYTES - 5, Math.toIntExact(chunk))
                .put(NONCE_BYTES - 1, (byte) (last ? 1 : 0))
                .array();
    }
}
