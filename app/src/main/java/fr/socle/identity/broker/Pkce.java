package fr.socle.identity.broker;

import fr.socle.identity.keys.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Proof key for code exchange, method S256 (RFC 7636). */
public final class Pkce {

    private Pkce() {}

    public static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(verifier));
    }

    /** Whether the verifier fits; without a challenge none may be given. */
    public static boolean fits(@Nullable String challenge, String verifier) {
        return challenge == null
                ? verifier.isEmpty()
                : verifier.length() >= 43
                        && verifier.length() <= 128
                        && Secrets.same(
                                challenge.getBytes(StandardCharsets.US_ASCII),
                                challenge(verifier).getBytes(StandardCharsets.US_ASCII));
    }
}
