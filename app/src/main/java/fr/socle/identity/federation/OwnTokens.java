package fr.socle.identity.federation;

import fr.socle.identity.federation.Tokens.Outcome;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.store.OwnTokenStore;
import fr.socle.identity.store.OwnTokenStore.Own;
import fr.socle.identity.store.TokenStore.Fresh;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tokens of services themselves (RFC 6749, 4.4), for those whose contract names what they may have
 * them for. They show a data provider that the service may call it, and open nothing here. They
 * have no subject, so that nobody takes a service for a person (RFC 9700, 4.15).
 */
@Component
public class OwnTokens {

    private final OwnTokenStore store;
    private final Secrets secrets;
    private final Clock clock;

    OwnTokens(OwnTokenStore store, Secrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether the service may ask at all. */
    public boolean mayAsk(Client client) {
        return !client.rules().ownScopes().isEmpty();
    }

    /**
     * @param scope as sent; empty: all that it may have
     */
    public Outcome issue(Client client, String scope) {
        var allowed = client.rules().ownScopes();
        Set<String> asked = scope.isEmpty() ? allowed : AuthorizeRequest.scopes(scope);
        if (asked.isEmpty() || !allowed.containsAll(asked)) {
            return new Outcome.Refused("invalid_scope", "a scope that the service may not ask for");
        }
        var token = secrets.fresh();
        var life = client.profile().tokenLife();
        store.insert(
                client.clientId(),
                new Fresh(Secrets.hash(token), clock.instant().plus(life)),
                asked);
        var members = new LinkedHashMap<String, Object>();
        members.put("access_token", token);
        members.put("token_type", "Bearer");
        members.put("expires_in", life.toSeconds());
        members.put("scope", String.join(" ", new TreeSet<>(asked)));
        return new Outcome.Issued(members);
    }

    /** What a token is worth to who asks: to its service, and to data providers. */
    Optional<Map<String, Object>> told(Client asker, String token, String issuer) {
        var hash = Secrets.hash(token);
        return store.live(hash, asker.federation(), clock.instant())
                .filter(it -> it.clientId().equals(asker.clientId()) || asker.rules().introspects())
                .map(it -> members(asker, it, issuer));
    }

    private static Map<String, Object> members(Client asker, Own own, String issuer) {
        var scopes = new TreeSet<>(own.scopes());
        if (!own.clientId().equals(asker.clientId())) {
            scopes.retainAll(asker.scopes());
        }
        var members = new LinkedHashMap<String, Object>();
        members.put("active", true);
        members.put("iss", issuer);
        members.put("aud", own.clientId());
        members.put("client_id", own.clientId());
        members.put("token_type", "Bearer");
        members.put("exp", own.until().getEpochSecond());
        members.put("scope", String.join(" ", scopes));
        return members;
    }

    /** Ends this token, if it is this service's. */
    public void revoke(Client client, String token) {
        store.revoke(Secrets.hash(token), client.clientId());
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT5M")
    void purge() {
        store.purge(clock.instant());
    }
}
