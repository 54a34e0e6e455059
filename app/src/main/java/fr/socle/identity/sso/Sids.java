package fr.socle.identity.sso;

import com.nimbusds.jwt.SignedJWT;
import fr.socle.identity.keys.Secrets;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** By which name a service knows a session: another for each, so that two cannot compare theirs. */
public final class Sids {

    private static final String SECRET = "sid";
    private static final int BYTES = 16;

    private Sids() {}

    public static String of(Secrets secrets, UUID session, String clientId) {
        return HexFormat.of().formatHex(secrets.hmac(SECRET, session + "\0" + clientId), 0, BYTES);
    }

    /** The one in an id_token of ours; empty when it names none. */
    public static Optional<String> named(String idToken) {
        try {
            return Optional.ofNullable(
                    SignedJWT.parse(idToken).getJWTClaimsSet().getStringClaim("sid"));
        } catch (ParseException notOurs) {
            return Optional.empty();
        }
    }
}
