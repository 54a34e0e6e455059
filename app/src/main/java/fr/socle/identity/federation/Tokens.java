package fr.socle.identity.federation;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.Pkce;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.keys.SigningKeys;
import fr.socle.identity.store.SignInStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Codes against tokens, tokens against claims (OpenID Connect Core, 3.1.3 and 5.3). */
@Component
public class Tokens {

    /** How the broker says that it judged the person's identity: by what they know. */
    static final String ACR = "eidas1";

    /** What the token address answers. */
    public sealed interface Outcome {
        record Issued(Map<String, Object> members) implements Outcome {}

        record Refused(String error, String why) implements Outcome {}
    }

    /**
     * @param verifier empty when none was sent
     */
    public record Redemption(String code, String redirectUri, String verifier) {}

    private final SignInStore store;
    private final SigningKeys keys;
    private final Secrets secrets;
    private final PublicAddress address;
    private final Clock clock;

    Tokens(
            SignInStore store,
            SigningKeys keys,
            Secrets secrets,
            PublicAddress address,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.secrets = secrets;
        this.address = address;
        this.clock = clock;
    }

    /** A code that comes a second time takes back what it gave the first time. */
    public Outcome redeem(Client client, Redemption asked) {
        var hash = Secrets.hash(asked.code());
        var held = store.ofCode(hash).orElse(null);
        if (held == null || !held.request().clientId().equals(client.clientId())) {
            return grant("the code is not known");
        }
        if (!held.request().redirectUri().equals(asked.redirectUri())) {
            return grant("the redirect_uri is another one");
        }
        if (!Pkce.fits(held.request().challenge(), asked.verifier())) {
            return grant("the code_verifier does not fit");
        }
        var now = clock.instant();
        var token = secrets.fresh();
        if (!store.redeem(hash, Secrets.hash(token), now, now.plus(SignIns.TOKEN_LIFE))) {
            store.revoke(hash);
            return grant("the code was used, or is too old");
        }
        return new Outcome.Issued(members(client, held, token, now));
    }

    /** What the token opens; empty when it is unknown, revoked or too old. */
    public Optional<Map<String, Object>> userinfo(Federation federation, String token) {
        return store.ofToken(Secrets.hash(token), federation, clock.instant())
                .map(it -> it.released(federation));
    }

    private Map<String, Object> members(Client client, Held held, String token, Instant now) {
        var members = new LinkedHashMap<String, Object>();
        members.put("access_token", token);
        members.put("token_type", "Bearer");
        members.put("expires_in", SignIns.TOKEN_LIFE.toSeconds());
        members.put("scope", String.join(" ", held.request().scopes()));
        members.put("id_token", idToken(client, held, now));
        return members;
    }

    private String idToken(Client client, Held held, Instant now) {
        var federation = client.federation();
        return keys.sign(
                federation.code(),
                new JWTClaimsSet.Builder()
                        .issuer(address.of(federation.base()))
                        .audience(client.clientId())
                        .subject(held.subject())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(SignIns.TOKEN_LIFE)))
                        .claim("nonce", held.request().nonce())
                        .claim("auth_time", held.authTime())
                        .claim("acr", ACR)
                        .build());
    }

    private static Outcome grant(String why) {
        return new Outcome.Refused("invalid_grant", why);
    }
}
