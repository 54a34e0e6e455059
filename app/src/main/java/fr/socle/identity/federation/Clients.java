package fr.socle.identity.federation;

import fr.socle.identity.broker.Lately;
import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.partner.Standing;
import fr.socle.identity.store.ClientStore;
import fr.socle.identity.store.ClientStore.Registered;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The services that rely on a federation, and how each proves who it is. A service is read once a
 * second at most: whatever changed holds on every node a second later.
 */
@Component
public class Clients {

    static final String CONTEXT = "identity.client-secret.";
    private static final String BASIC = "Basic ";
    private static final int LONGEST = 100;

    /** By what a service proves itself, and whether it still stands open. */
    @Component
    record Doors(ClientAssertions assertions, ClientSecrets secrets, Standing standing) {}

    private final ClientStore store;
    private final Doors doors;
    private final Secrets secrets;
    private final SealedMap seals;
    private final Clock clock;
    private final Lately<Registered> lately;

    Clients(ClientStore store, Doors doors, Secrets secrets, SealedMap seals, Clock clock) {
        this.store = store;
        this.doors = doors;
        this.secrets = secrets;
        this.seals = seals;
        this.clock = clock;
        this.lately = new Lately<>(it -> store.registered(it).map(this::standing), clock);
    }

    /** One whose habilitation has ended is as if it were switched off. */
    private Registered standing(Registered read) {
        var client = read.client();
        return doors.standing().open(client)
                ? read
                : new Registered(client.switched(false), read.secretHash(), read.sealedSecret());
    }

    public Optional<Client> find(String clientId) {
        return registered(clientId).map(Registered::client);
    }

    /** What cannot be a name is not looked up. */
    private Optional<Registered> registered(String clientId) {
        return clientId.length() > LONGEST || clientId.indexOf('\0') >= 0
                ? Optional.empty()
                : lately.of(clientId);
    }

    /**
     * Registers a service of somebody else's.
     *
     * @return the secret, to be shown once; empty when the client exists and keeps its own
     */
    public Optional<String> register(Client client) {
        var secret = secrets.fresh();
        var needed = client.keys().needsSecret();
        var isNew =
                store.write(
                        client,
                        Secrets.hash(secret),
                        needed ? sealed(client.clientId(), secret) : null,
                        clock.instant());
        if (isNew) {
            return Optional.of(secret);
        }
        // because what was kept as a hash only cannot sign
        return needed && secretOf(client.clientId()).isEmpty()
                ? Optional.of(renewSecret(client.clientId()))
                : Optional.empty();
    }

    /** Registers pages of this house: their secret is sealed, because both ends live here. */
    public void registerOurs(Client client) {
        var secret = secrets.fresh();
        store.write(
                client, Secrets.hash(secret), sealed(client.clientId(), secret), clock.instant());
    }

    /** The secret of pages of this house. */
    public String secretOfOurs(String clientId) {
        return secretOf(clientId).orElseThrow();
    }

    /** The secret of a service whose secret signs; empty when only its hash is kept. */
    Optional<String> secretOf(String clientId) {
        return registered(clientId)
                .flatMap(it -> Optional.ofNullable(it.sealedSecret()))
                .map(it -> seals.openText(CONTEXT + clientId, it));
    }

    /** A new secret; the old one is refused a second later. */
    public String renewSecret(String clientId) {
        var secret = secrets.fresh();
        var needed = store.find(clientId).filter(it -> it.keys().needsSecret()).isPresent();
        store.replaceSecret(
                clientId, Secrets.hash(secret), needed ? sealed(clientId, secret) : null);
        return secret;
    }

    private byte[] sealed(String clientId, String secret) {
        return seals.sealText(CONTEXT + clientId, secret);
    }

    /**
     * The service that proves itself in the one way that it was registered with: by its secret in
     * the form or by HTTP Basic (RFC 6749, 2.3.1), or by an assertion (RFC 7523). Two ways at once
     * are none.
     */
    public Optional<Client> authenticated(
            @Nullable String authorization, Map<String, String> form) {
        var secret = form.getOrDefault("client_secret", "");
        var assertion = form.getOrDefault("client_assertion", "");
        if (!assertion.isEmpty()) {
            return authorization == null && secret.isEmpty()
                    ? byAssertion(form, assertion)
                    : Optional.empty();
        }
        if (authorization == null) {
            return proved(
                    ClientAuth.CLIENT_SECRET_POST, form.getOrDefault("client_id", ""), secret);
        }
        return authorization.regionMatches(true, 0, BASIC, 0, BASIC.length()) && secret.isEmpty()
                ? basic(authorization.substring(BASIC.length()).strip(), form)
                : Optional.empty();
    }

    private Optional<Client> byAssertion(Map<String, String> form, String assertion) {
        if (!ClientAssertions.TYPE.equals(form.get("client_assertion_type"))) {
            return Optional.empty();
        }
        return ClientAssertions.subject(assertion)
                .filter(it -> form.getOrDefault("client_id", it).equals(it))
                .flatMap(this::find)
                .filter(it -> it.active() && it.keys().auth() == ClientAuth.PRIVATE_KEY_JWT)
                .filter(it -> doors.assertions().proves(it, assertion));
    }

    private Optional<Client> basic(String encoded, Map<String, String> form) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            var id = decoded(pair.substring(0, colon));
            return form.getOrDefault("client_id", id).equals(id)
                    ? proved(ClientAuth.CLIENT_SECRET_BASIC, id, decoded(pair.substring(colon + 1)))
                    : Optional.empty();
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private Optional<Client> proved(ClientAuth way, String clientId, String secret) {
        return registered(clientId)
                .filter(it -> it.client().active() && it.client().keys().auth() == way)
                .filter(it -> doors.secrets().accepts(clientId, it.secretHash(), secret))
                .map(Registered::client);
    }

    private static String decoded(String part) {
        return java.net.URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
