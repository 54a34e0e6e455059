package fr.socle.identity.federation;

import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.OpenIdClient.Flight;
import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.registry.IdentityChecks;
import org.springframework.stereotype.Component;

/**
 * Who comes back from a provider, before anything is written: its answer is read, and the civil
 * status of a usager is looked up in the register. Nothing of the database is held meanwhile.
 */
@Component
public class Arrivals {

    private final Broker broker;
    private final IdentityReader reader;
    private final IdentityChecks checks;

    Arrivals(Broker broker, IdentityReader reader, IdentityChecks checks) {
        this.broker = broker;
        this.reader = reader;
        this.checks = checks;
    }

    /**
     * @throws UpstreamFailure when the provider failed, or the person is not let in
     */
    public Identity of(AuthorizeRequest request, Provider provider, Flight flight, String code)
            throws UpstreamFailure {
        var identity = broker.arrival(provider, flight, request.acr(), code);
        if (!provider.federation().ofUsagers()) {
            reader.agent(provider, identity);
            return identity;
        }
        var certified = checks.certified(provider.federation(), reader.said(identity));
        return reader.checked(identity, certified);
    }
}
