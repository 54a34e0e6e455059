package fr.socle.identity.federation;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.Pkce;
import fr.socle.identity.federation.ClientJwts.NoKey;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.sso.Sids;
import fr.socle.identity.store.SignInStore;
import fr.socle.identity.store.TokenStore;
import fr.socle.identity.store.TokenStore.Fresh;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes and refresh tokens against tokens (OpenID Connect Core, 3.1.3 and 12). */
@Component
public class Tokens {

    /** What the token address answers. */
    public sealed interface Outcome {
        record Issued(Map<String, Object> members) implements Outcome {}

        record Refused(String error, String why) implements Outcome {}
    }

    /**
     * @param verifier empty when none was sent
     */
    public record Redemption(String code, String redirectUri, String verifier) {}

    /** Where what was given lies. */
    @Component
    record Grants(SignInStore signIns, TokenStore tokens) {}

    private final Grants grants;
    private final ClientJwts jwts;
    private final Secrets secrets;
    private final PublicAddress address;
    private final Clock clock;

    Tokens(Grants grants, ClientJwts jwts, Secrets secrets, PublicAddress address, Clock clock) {
        this.grants = grants;
        this.jwts = jwts;
        this.secrets = secrets;
        this.address = address;
        this.clock = clock;
    }

    /** A code that comes a second time takes back what it gave the first time. */
    public Outcome redeem(Client client, Redemption asked) {
        var hash = Secrets.hash(asked.code());
        var held = grants.signIns().ofCode(hash).orElse(null);
        var wrong = wrong(client, asked, held);
        if (held == null || wrong != null) {
            return invalid(String.valueOf(wrong));
        }
        var now = clock.instant();
        var access = secrets.fresh();
        var refresh = mayRefresh(client, held) ? secrets.fresh() : null;
        if (!grants.tokens()
                .redeem(hash, access(client, access, now), lasting(refresh, now), now)) {
            grants.tokens().revokeCode(hash);
            return invalid("the code was used, or is too old");
        }
        return issued(client, held, access, refresh, now);
    }

    /** Why it would be refused, without redeeming anything; empty when it would be tried. */
    public Optional<String> examined(Client client, Redemption asked) {
        var held = grants.signIns().ofCode(Secrets.hash(asked.code())).orElse(null);
        return Optional.ofNullable(wrong(client, asked, held));
    }

    private static @Nullable String wrong(Client client, Redemption asked, @Nullable Held held) {
        if (held == null || !held.request().clientId().equals(client.clientId())) {
            return "the code is not known";
        }
        if (!held.request().redirectUri().equals(asked.redirectUri())) {
            return "the redirect_uri is another one";
        }
        return Pkce.fits(held.request().challenge(), asked.verifier())
                ? null
                : "the code_verifier does not fit";
    }

    private static Fresh access(Client client, String token, Instant now) {
        return new Fresh(Secrets.hash(token), now.plus(client.profile().tokenLife()));
    }

    private static @Nullable Fresh lasting(@Nullable String token, Instant now) {
        return token == null
                ? null
                : new Fresh(Secrets.hash(token), now.plus(Profile.REFRESH_LIFE));
    }

    /** Always at ProConnect, never at FranceConnect, else when the service asked for it. */
    private static boolean mayRefresh(Client client, Held held) {
        return switch (client.profile()) {
            case FRANCECONNECT -> false;
            case PROCONNECT -> true;
            case OPENID -> held.request().scopes().contains(Scopes.OFFLINE);
        };
    }

    /**
     * The next tokens. A refresh token that comes a second time was stolen: everything of its
     * family ends (RFC 9700, 4.14.2).
     *
     * @param scope as sent; the scopes of a sign-in cannot be changed later
     */
    public Outcome refresh(Client client, String token, String scope) {
        var hash = Secrets.hash(token);
        var held = grants.tokens().ofRefresh(hash).orElse(null);
        if (held == null || !held.request().clientId().equals(client.clientId())) {
            return invalid("the refresh token is not known");
        }
        if (!scope.isEmpty() && !AuthorizeRequest.scopes(scope).equals(held.request().scopes())) {
            return new Outcome.Refused("invalid_scope", "the scopes of a sign-in cannot change");
        }
        var now = clock.instant();
        var access = secrets.fresh();
        var next = secrets.fresh();
        if (!grants.tokens().rotate(hash, access(client, access, now), Secrets.hash(next), now)) {
            grants.tokens().revokeFamily(hash, client.clientId());
            return invalid("the refresh token was used, revoked, or is too old");
        }
        return issued(client, held, access, next, now);
    }

    /** Ends a token of this service's own; an unknown one is ended already (RFC 7009, 2.2). */
    public void revoke(Client client, String token) {
        var hash = Secrets.hash(token);
        grants.tokens().revokeFamily(hash, client.clientId());
        grants.tokens().revokeAccess(hash, client.clientId(), clock.instant());
    }

    private Outcome issued(
            Client client, Held held, String access, @Nullable String refresh, Instant now) {
        var members = new LinkedHashMap<String, Object>();
        members.put("access_token", access);
        members.put("token_type", "Bearer");
        members.put("expires_in", client.profile().tokenLife().toSeconds());
        members.put("scope", String.join(" ", held.request().scopes()));
        if (refresh != null) {
            members.put("refresh_token", refresh);
        }
        try {
            var keys = client.keys();
            members.put(
                    "id_token",
                    jwts.of(
                            client,
                            keys.idTokenAlg(),
                            null,
                            keys.idTokenEncryption(),
                            idToken(client, held, now)));
        } catch (NoKey missing) {
            return new Outcome.Refused("server_error", missing.why());
        }
        return new Outcome.Issued(members);
    }

    private JWTClaimsSet idToken(Client client, Held held, Instant now) {
        var request = held.request();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(address.of(client.federation().base()))
                        .audience(client.clientId())
                        .subject(held.subject())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(client.profile().tokenLife())))
                        .claim("auth_time", held.authTime())
                        .claim("acr", held.acr().code());
        if (client.hearsOfSessions()) {
            claims.claim("sid", Sids.of(secrets, held.joined(), client.clientId()));
        }
        if (!request.nonce().isEmpty()) {
            claims.claim("nonce", request.nonce());
        }
        if (request.amr()) {
            claims.claim("amr", held.amr());
        }
        if (!request.repScopes().isEmpty() && held.claims().containsKey("rep_scope")) {
            claims.claim("rep_scope", held.claims().get("rep_scope"));
        }
        for (var name : request.idTokenClaims()) {
            if (held.claims().containsKey(name)) {
                claims.claim(name, held.claims().get(name));
            }
        }
        return claims.build();
    }

    private static Outcome invalid(String why) {
        return new Outcome.Refused("invalid_grant", why);
    }
}
