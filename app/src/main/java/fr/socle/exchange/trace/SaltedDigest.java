package fr.socle.exchange.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What proves later which data left, without telling it: {@code SHA-256(salt ‖ data)}, the data as
 * lines {@code code=value} in the order of the codes. Without salt a few thousand tries would find
 * a quotient familial again.
 */
public record SaltedDigest(String hex, String saltHex) {

    private static final int SALT_BYTES = 16;

    public static SaltedDigest of(Map<String, String> values, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            new TreeMap<>(values).forEach((code, value) -> digest.update(line(code, value)));
            var format = HexFormat.of();
            return new SaltedDigest(format.formatHex(digest.digest()), format.formatHex(salt));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    private static byte[] line(String code, String value) {
        return (code + "=" + value + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
