package fr.socle.identity.federation;

import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.store.ClientStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The services that rely on a federation, and how each proves who it is. */
@Component
public class Clients {

    private static final String CONTEXT = "identity.client-secret.";
    private static final String BASIC = "Basic ";

    private final ClientStore store;
    private final Secrets secrets;
    private final SealedMap seals;
    private final Clock clock;

    /** Those of ours never change, so that a node reads each once. */
    private final Map<String, String> ours = new ConcurrentHashMap<>();

    Clients(ClientStore store, Secrets secrets, SealedMap seals, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.seals = seals;
        this.clock = clock;
    }

    public Optional<Client> find(String clientId) {
        return store.find(clientId);
    }

    /**
     * Registers a service of somebody else's.
     *
     * @return the secret, to be shown once; empty when the client exists and keeps its own
     */
    public Optional<String> register(Client client) {
        var secret = secrets.fresh();
        return store.write(client, Secrets.hash(secret), null, clock.instant())
                ? Optional.of(secret)
                : Optional.empty();
    }

    /** Registers pages of this house: their secret is sealed, because both ends live here. */
    public void registerOurs(Client client) {
        var secret = secrets.fresh();
        var sealed = seals.sealText(CONTEXT + client.clientId(), secret);
        store.write(client, Secrets.hash(secret), sealed, clock.instant());
    }

    /** The secret of pages of this house. */
    public String secretOfOurs(String clientId) {
        return ours.computeIfAbsent(
                clientId, it -> seals.openText(CONTEXT + it, store.sealedSecret(it).orElseThrow()));
    }

    /** A new secret; the old one is refused from now on. */
    public String renewSecret(String clientId) {
        var secret = secrets.fresh();
        store.replaceSecret(clientId, Secrets.hash(secret));
        return secret;
    }

    /**
     * The client that proves itself by its secret: in the form, or by HTTP Basic (RFC 6749, 2.3.1).
     * Both at once is neither.
     */
    public Optional<Client> authenticated(
            @Nullable String authorization, String formId, String formSecret) {
        if (authorization == null) {
            return proved(formId, formSecret);
        }
        if (!authorization.startsWith(BASIC) || !formSecret.isEmpty()) {
            return Optional.empty();
        }
        return basic(authorization.substring(BASIC.length()).strip());
    }

    private Optional<Client> basic(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : proved(decoded(pair.substring(0, colon)), decoded(pair.substring(colon + 1)));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private Optional<Client> proved(String clientId, String secret) {
        return store.secretHash(clientId)
                .filter(it -> Secrets.same(it, Secrets.hash(secret)))
                .flatMap(_ -> store.find(clientId));
    }

    private static String decoded(String part) {
        return java.net.URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
