package fr.socle.identity.broker;

import fr.socle.identity.federation.AuthorizeRequest;
import fr.socle.identity.federation.Client;
import fr.socle.kernel.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Where an agent's e-mail address leads: to the providers that may speak for its domain, and, when
 * there are several, to the one for everybody else as the last choice.
 */
@Component
public class AgentRouting {

    private final Broker broker;

    AgentRouting(Broker broker) {
        this.broker = broker;
    }

    /**
     * The providers for this address, the best first; those that cannot be chosen bear the reason.
     */
    public List<Offer> of(Client client, AuthorizeRequest request, EmailAddress email) {
        var offers = broker.offered(client, request);
        var knowing =
                offers.stream()
                        .filter(it -> it.provider().domains().contains(email.domain()))
                        .toList();
        var others =
                offers.stream()
                        .filter(it -> it.provider().agents().fallback() && !knowing.contains(it))
                        .toList();
        if (knowing.size() == 1) {
            return knowing;
        }
        var all = new ArrayList<>(knowing);
        all.addAll(others);
        return all;
    }
}
