package fr.socle.identity.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The subjects of FranceConnect v2, for sectors that come from there: of the civil status, the
 * sector and a secret. It joins its parts without separator and cuts characters beyond Latin-1, so
 * that two civil statuses may meet: new sectors get an HMAC of the person instead.
 */
@Component
public class LegacySubjects {

    private static final String FRANCE = "99100";
    private static final String VERSION = "v1";
    private static final List<String> NAMES =
            List.of("given_name", "family_name", "birthdate", "gender");

    private final String secret;

    LegacySubjects(LegacySubjectSettings settings) {
        this.secret = settings.subSecret();
    }

    /**
     * @param sector the « entityId » of FranceConnect
     * @param claims the civil status
     */
    public String of(String sector, Map<String, Object> claims) {
        if (secret.isEmpty()) {
            throw new IllegalStateException(
                    "socle.identity.franceconnect.sub-secret is needed by sector " + sector);
        }
        var content = sector + identityHash(claims) + secret;
        var digest = sha256(content.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest) + VERSION;
    }

    static String identityHash(Map<String, Object> claims) {
        var text = new StringBuilder();
        NAMES.forEach(it -> text.append(claims.getOrDefault(it, "")));
        var country = claims.getOrDefault("birthcountry", "");
        text.append(country.equals(FRANCE) ? claims.getOrDefault("birthplace", "") : "");
        text.append(country);
        return Base64.getEncoder().encodeToString(sha256(lowBytes(text)));
    }

    /** The low byte of each UTF-16 unit, as the « binary » encoding of Node has it. */
    private static byte[] lowBytes(CharSequence text) {
        var bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return bytes;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
