package fr.socle.exchange.trace;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * What proves later which data left, without telling it: {@code SHA-256(salt ‖ document)}, the
 * document byte for byte as it left. Without salt a few thousand tries would find a quotient
 * familial again.
 */
public record SaltedDigest(String hex, String saltHex) {

    private static final int SALT_BYTES = 16;

    /** What lets its reader prove it. */
    Map<String, String> proof() {
        return Map.of("empreinte", hex, "sel", saltHex);
    }

    public static byte[] salt(SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    /** One that was made while the document passed. */
    public static SaltedDigest of(byte[] salt, byte[] digest) {
        var format = HexFormat.of();
        return new SaltedDigest(format.formatHex(digest), format.formatHex(salt));
    }

    public static SaltedDigest of(byte[] document, SecureRandom random) {
        var salt = salt(random);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return of(salt, digest.digest(document));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
