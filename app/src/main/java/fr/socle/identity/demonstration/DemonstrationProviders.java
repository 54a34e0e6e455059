package fr.socle.identity.demonstration;

import fr.socle.directory.DemonstrationAccounts;
import fr.socle.identity.DemonstrationMode;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.keys.Secrets;
import java.util.List;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Registers the made-up providers, in demonstration only. They have no address of their own: this
 * house serves them wherever it stands, so that they survive a move to another port.
 */
@Component
class DemonstrationProviders {

    private static final String CLIENT = "socle";

    private final Broker broker;
    private final Secrets secrets;
    private final DemonstrationMode mode;

    DemonstrationProviders(Broker broker, Secrets secrets, DemonstrationMode mode) {
        this.broker = broker;
        this.secrets = secrets;
        this.mode = mode;
    }

    @EventListener(ApplicationStartedEvent.class)
    void write() {
        if (mode.on()) {
            usagers("impots-fictifs", "Impôts fictifs", "Avec un numéro fiscal inventé", 1);
            usagers("poste-fictive", "Poste fictive", "Avec une identité numérique inventée", 2);
            agents();
        }
    }

    private void usagers(String uid, String label, String hint, int position) {
        var provider =
                new Provider(
                        uid,
                        Federation.CITOYENS,
                        null,
                        CLIENT,
                        label + " (démonstration)",
                        hint,
                        List.of(),
                        null,
                        true);
        broker.add(provider, secrets.fresh(), position);
    }

    /** The directory knows the made-up agents under an issuer that no address can change. */
    private void agents() {
        var provider =
                new Provider(
                        "comptes-agents",
                        Federation.AGENTS,
                        null,
                        CLIENT,
                        "Comptes des agents (démonstration)",
                        "Avec une adresse inventée",
                        List.of(MadeUpAgents.CITY, MadeUpAgents.MINISTRY),
                        DemonstrationAccounts.ISSUER,
                        true);
        broker.add(provider, secrets.fresh(), 1);
    }
}
