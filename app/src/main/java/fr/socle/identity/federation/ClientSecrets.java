package fr.socle.identity.federation;

import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.store.ClientSecretStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The secrets of services: for an announced time two of them hold, so that nothing stops. */
@Component
public class ClientSecrets {

    private final ClientSecretStore store;
    private final Secrets secrets;
    private final SealedMap seals;
    private final Clock clock;

    ClientSecrets(ClientSecretStore store, Secrets secrets, SealedMap seals, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * Gives the service a new secret.
     *
     * @param previousUntil until when the present one goes on; null: it ends at once
     * @return the secret, to be shown once; empty for a service that proves itself by its keys
     */
    public Optional<String> issue(Client client, @Nullable Instant previousUntil) {
        var keys = client.keys();
        var secret = secrets.fresh();
        var sealed =
                keys.needsSecret()
                        ? seals.sealText(Clients.CONTEXT + client.clientId(), secret)
                        : null;
        store.replace(client.clientId(), Secrets.hash(secret), sealed, previousUntil);
        return keys.needsSecret() || keys.auth() != ClientAuth.PRIVATE_KEY_JWT
                ? Optional.of(secret)
                : Optional.empty();
    }

    /** Ends the secret before the present one. */
    public void dropPrevious(String clientId) {
        store.dropPrevious(clientId);
    }

    /** Whether it is the present secret, or the one before it while that goes on. */
    boolean accepts(String clientId, byte[] present, String secret) {
        var hash = Secrets.hash(secret);
        return Secrets.same(present, hash)
                || store.previous(clientId, clock.instant())
                        .filter(it -> Secrets.same(it, hash))
                        .isPresent();
    }
}
