package fr.socle.house;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets under the master key: AES-256-GCM, {@code 12 random bytes ‖ ciphertext ‖ 16-byte
 * tag}. The context names what is sealed ({@code journal.signing-key}), so that one sealed secret
 * cannot stand in for another.
 */
public final class Keyring {

    public static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey master;
    private final SecureRandom random;

    public Keyring(byte[] master, SecureRandom random) {
        if (master.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a master key has 32 bytes, this one " + master.length);
        }
        this.master = new SecretKeySpec(master, "AES");
        this.random = random;
    }

    /** A key for one thing only: a person's parts, a file. Keep it {@linkplain #seal sealed}. */
    public byte[] freshKey() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    public byte[] seal(String context, byte[] secret) {
        return seal(master, context.getBytes(StandardCharsets.UTF_8), secret);
    }

    /**
     * @throws BrokenSeal if it was sealed under another key, for another context, or was changed
     *     since
     */
    public byte[] open(String context, byte[] sealed) {
        return open(master, context.getBytes(StandardCharsets.UTF_8), sealed);
    }

    /** Seals under a key of the caller's. */
    public byte[] seal(SecretKey key, byte[] context, byte[] secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(secret.length));
            cipher.doFinal(secret, 0, secret.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has AES-GCM", missing);
        }
    }

    /**
     * @throws BrokenSeal as {@link #open(String, byte[])}
     */
    public byte[] open(SecretKey key, byte[] context, byte[] sealed) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new BrokenSeal(null);
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES), context)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException wrong) {
            throw new BrokenSeal(wrong);
        }
    }

    /**
     * By what this house alone knows equal things again: who reads the mark without the master key
     * cannot try what it may stand for.
     *
     * @param context for what the mark is made: another one gives another mark
     * @return 32 bytes, HMAC-SHA-256 under a key of this context (HKDF, RFC 5869)
     */
    public byte[] mark(String context, byte[] content) {
        try {
            var info = context.getBytes(StandardCharsets.UTF_8);
            var key =
                    KDF.getInstance("HKDF-SHA256")
                            .deriveKey(
                                    "HmacSHA256",
                                    HKDFParameterSpec.ofExtract()
                                            .addIKM(master)
                                            .thenExpand(info, KEY_BYTES));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HKDF and HMAC", missing);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] context)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
