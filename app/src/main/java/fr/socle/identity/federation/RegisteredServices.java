package fr.socle.identity.federation;

import fr.socle.identity.FederatedServices;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the register of services for the blocks above. */
@Component
class RegisteredServices implements FederatedServices {

    private final Clients clients;

    RegisteredServices(Clients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<Assurance> ofService(String clientId) {
        return clients.find(clientId)
                .filter(it -> it.active() && !it.rules().sandbox() && it.federation().ofUsagers())
                .map(it -> assurance(it.federation()));
    }

    /** Procedures sign people in through the federation of citizens. */
    @Override
    public Assurance ofThisHouse() {
        return assurance(Federation.CITOYENS);
    }

    private static Assurance assurance(Federation federation) {
        return federation.usual().atLeast(Acr.EIDAS2) ? Assurance.STRONG : Assurance.STANDARD;
    }
}
