package fr.socle.habilitations.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what is sent, as Standard Webhooks 1.0 says: HMAC-SHA-256 over {@code id.timestamp.body},
 * in base64 after {@code v1,}. The timestamp is signed too, so that an old call cannot be repeated.
 */
public final class Signature {

    /** How a secret is told: the key in base64 follows. */
    public static final String PREFIX = "whsec_";

    private Signature() {}

    /**
     * @param timestamp seconds since 1970
     */
    public static String of(byte[] key, String id, long timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var signed = id + "." + timestamp + "." + body;
            var bytes = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", missing);
        }
    }
}
