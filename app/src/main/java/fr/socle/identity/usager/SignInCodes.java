package fr.socle.identity.usager;

import fr.socle.identity.keys.Secrets;
import fr.socle.kernel.Parsed;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The identification code of a sign-in, which a person reads on the page of what is shared and in
 * the e-mail about it, and quotes when they report a fraud. Twelve characters of Crockford's Base32
 * without I, L, O and U, in three groups: {@code K7QF-2M9D-XW3R}.
 */
@Component
public class SignInCodes {

    private static final String SECRET = "sign-in-code";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final int BITS = 5;

    private final Secrets secrets;

    SignInCodes(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Always the same for one session, and tells nothing of it.
     *
     * @param session what names the session, or the sign-in while there is none
     */
    public String of(String session) {
        long bits = ByteBuffer.wrap(secrets.hmac(SECRET, session)).getLong();
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt((int) (bits >>> (i * BITS)) & (ALPHABET.length() - 1)));
        }
        return code.toString();
    }

    /** Reads a code as people copy it: small letters, other groups, O for 0, I and L for 1. */
    public static Parsed<String> parse(String typed) {
        var letters =
                typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s\\p{Pd}]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return letters.matches("[" + ALPHABET + "]{" + LENGTH + "}")
                ? Parsed.valid(letters.replaceAll("(.{4})(?=.)", "$1-"))
                : Parsed.invalid("identity.mine.fraud.code.invalid");
    }
}
