package fr.socle.exchange.trace;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What proves later which data left, without telling it: {@code SHA-256(salt ‖ document)}, the
 * document byte for byte as it left. Without salt a few thousand tries would find a quotient
 * familial again.
 */
public record SaltedDigest(String hex, String saltHex) {

    private static final int SALT_BYTES = 16;

    public static SaltedDigest of(byte[] document, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            var format = HexFormat.of();
            return new SaltedDigest(
                    format.formatHex(digest.digest(document)), format.formatHex(salt));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
