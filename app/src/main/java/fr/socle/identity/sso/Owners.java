package fr.socle.identity.sso;

import fr.socle.identity.keys.Secrets;
import fr.socle.kernel.PersonRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose a session is, as a keyed hash: of the person, or, for an agent, of the account at the
 * provider.
 */
@Component
class Owners {

    private static final String SECRET = "session-owner";
    private static final String ACCOUNT = "idp_sub";

    private final Secrets secrets;

    Owners(Secrets secrets) {
        this.secrets = secrets;
    }

    byte[] of(PersonRef person) {
        return secrets.hmac(SECRET, "person\0" + person.value());
    }

    byte[] of(@Nullable PersonRef person, String provider, Map<String, Object> claims) {
        return person == null ? ofAgent(provider, String.valueOf(claims.get(ACCOUNT))) : of(person);
    }

    /**
     * @param subject of the account, as the provider knows it
     */
    byte[] ofAgent(String provider, String subject) {
        return secrets.hmac(SECRET, "agent\0" + provider + "\0" + subject);
    }
}
