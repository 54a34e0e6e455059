package fr.socle.identity.federation;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.socle.house.PublicAddress;
import fr.socle.identity.federation.ClientJwts.NoKey;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.partner.meter.CountingInterceptor;
import fr.socle.identity.store.TokenStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tokens against claims, in the form that the service was registered for (Core, 5.3). */
@Component
public class UserInfo {

    /** What the userinfo address answers. */
    public sealed interface Answer {
        record Members(Map<String, Object> members) implements Answer {}

        /** Signed, and encrypted where the service wants that. */
        record Signed(String jwt) implements Answer {}

        /** Unknown, revoked or too old. */
        record Unknown() implements Answer {}

        /** The service's own key is missing. */
        record Unreadable(String why) implements Answer {}
    }

    private final TokenStore store;
    private final Clients clients;
    private final ClientJwts jwts;
    private final PublicAddress address;
    private final Clock clock;

    UserInfo(
            TokenStore store,
            Clients clients,
            ClientJwts jwts,
            PublicAddress address,
            Clock clock) {
        this.store = store;
        this.clients = clients;
        this.jwts = jwts;
        this.address = address;
        this.clock = clock;
    }

    public Answer of(Federation federation, String token) {
        var now = clock.instant();
        var live = store.ofAccess(Secrets.hash(token), federation, now);
        live.ifPresent(it -> CountingInterceptor.about(it.held().request().clientId()));
        var client =
                live.flatMap(it -> clients.find(it.held().request().clientId()))
                        .filter(Client::active);
        if (live.isEmpty() || client.isEmpty()) {
            return new Answer.Unknown();
        }
        var released = live.get().held().released(federation);
        var keys = client.get().keys();
        return keys.userinfoAlg() == null && keys.userinfoEncryption() == null
                ? new Answer.Members(released)
                : signed(client.get(), released, now);
    }

    private Answer signed(Client client, Map<String, Object> released, Instant now) {
        var keys = client.keys();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(address.of(client.federation().base()))
                        .audience(client.clientId())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(client.profile().tokenLife())));
        released.forEach(claims::claim);
        var algorithm = Objects.requireNonNullElse(keys.userinfoAlg(), JwtAlg.ES256);
        try {
            return new Answer.Signed(
                    jwts.of(client, algorithm, null, keys.userinfoEncryption(), claims.build()));
        } catch (NoKey missing) {
            return new Answer.Unreadable(missing.why());
        }
    }
}
