package fr.socle.identity.partner;

import fr.socle.identity.broker.Lately;
import fr.socle.identity.federation.Client;
import fr.socle.identity.spi.ClientEligibility;
import fr.socle.identity.spi.ClientEligibility.Status;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whether a service still stands open. Asked at every door of the protocol and remembered for a
 * second: an habilitation that ends cuts the service off within seconds, on every node.
 */
@Component
public class Standing {

    private final ConnectedServiceStore store;
    private final ObjectProvider<ClientEligibility> eligibility;
    private final Lately<Boolean> open;

    Standing(
            ConnectedServiceStore store,
            ObjectProvider<ClientEligibility> eligibility,
            Clock clock) {
        this.store = store;
        this.eligibility = eligibility;
        this.open = new Lately<>(it -> Optional.of(read(it)), clock);
    }

    public boolean open(Client client) {
        return client.rules().sandbox() || open(client.clientId());
    }

    /** For a client that exists. Only those that were opened on an habilitation depend on one. */
    public boolean open(String clientId) {
        return open.of(clientId).orElseThrow();
    }

    /** What the habilitations say; empty when no block speaks for them. */
    public Optional<Status> habilitation(String clientId) {
        return Optional.ofNullable(eligibility.getIfAvailable()).map(it -> it.status(clientId));
    }

    private boolean read(String clientId) {
        return !store.inProduction(clientId)
                || habilitation(clientId).map(it -> it == Status.ACTIVE).orElse(true);
    }
}
