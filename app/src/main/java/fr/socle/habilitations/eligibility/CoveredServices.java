package fr.socle.habilitations.eligibility;

import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.store.GrantStore;
import fr.socle.identity.spi.ClientEligibility;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/**
 * A service is open while the newest version of some habilitation names it, is within its term and
 * was not revoked. Nothing is remembered here; who asks remembers the answer for a second.
 */
@Component
@Fallback
class CoveredServices implements ClientEligibility {

    private final GrantStore grants;
    private final Demandes demandes;

    CoveredServices(GrantStore grants, Demandes demandes) {
        this.grants = grants;
        this.demandes = demandes;
    }

    @Override
    public Status status(String clientId) {
        var covering = grants.covering(clientId);
        if (covering.isEmpty()) {
            return Status.NONE;
        }
        var today = demandes.today();
        return covering.stream().anyMatch(it -> it.standing() && it.validity().contains(today))
                ? Status.ACTIVE
                : Status.ENDED;
    }
}
