package fr.socle.identity.partner;

import fr.socle.identity.federation.Client;
import fr.socle.identity.spi.ClientEligibility;
import fr.socle.identity.spi.ClientEligibility.Status;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whether a service still stands open. Read together with the service itself, which every node
 * remembers for a second: an habilitation that ends cuts the service off within seconds everywhere.
 */
@Component
public class Standing {

    private final ConnectedServiceStore store;
    private final ObjectProvider<ClientEligibility> eligibility;

    Standing(ConnectedServiceStore store, ObjectProvider<ClientEligibility> eligibility) {
        this.store = store;
        this.eligibility = eligibility;
    }

    /** Only services that were opened to the public depend on an habilitation. */
    public boolean open(Client client) {
        return client.rules().sandbox()
                || eligibility.getIfAvailable() == null
                || !store.inProduction(client.clientId())
                || habilitation(client.clientId()).filter(it -> it == Status.ACTIVE).isPresent();
    }

    /** What the habilitations say; empty when no block speaks for them. */
    public Optional<Status> habilitation(String clientId) {
        return Optional.ofNullable(eligibility.getIfAvailable()).map(it -> it.status(clientId));
    }
}
