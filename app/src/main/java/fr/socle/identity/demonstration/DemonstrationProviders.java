package fr.socle.identity.demonstration;

import fr.socle.directory.DemonstrationAccounts;
import fr.socle.identity.DemonstrationMode;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.keys.Secrets;
import fr.socle.kernel.Siret;
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

    /** Of nobody: its digits check, and no register holds it. */
    private static final String SIRET = "98765432400019";

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
        if (!mode.on()) {
            return;
        }
        var taxes = "Impôts fictifs";
        var post = "Poste fictive";
        var card = "Carte d’identité fictive";
        usagers(Federation.CITOYENS, "impots-fictifs", taxes, 1, Acr.EIDAS1);
        usagers(Federation.CITOYENS, "poste-fictive", post, 2, Acr.EIDAS1, Acr.EIDAS2);
        usagers(Federation.CITOYENS, "carte-fictive", card, 3, Acr.EIDAS1, Acr.EIDAS2, Acr.EIDAS3);
        usagers(Federation.CITOYENS_PLUS, "poste-fictive-plus", post, 1, Acr.EIDAS2);
        usagers(Federation.CITOYENS_PLUS, "carte-fictive-plus", card, 2, Acr.EIDAS2, Acr.EIDAS3);
        agents();
    }

    private void usagers(
            Federation federation, String uid, String label, int position, Acr... levels) {
        var highest = levels[levels.length - 1];
        var hint =
                switch (highest) {
                    case EIDAS1, EIDAS1_MFA -> "Avec un mot de passe inventé";
                    case EIDAS2 -> "Avec un mot de passe et un téléphone inventés";
                    case EIDAS3 -> "Avec une carte et un code inventés";
                };
        add(
                federation,
                uid,
                new Provider.Face(label + " (démonstration)", hint, true),
                new Provider.Rules(List.of(levels), true),
                Provider.Agents.NONE,
                position);
    }

    /** The directory knows the made-up agents under an issuer that no address can change. */
    private void agents() {
        add(
                Federation.AGENTS,
                "comptes-agents",
                new Provider.Face(
                        "Comptes des agents (démonstration)", "Avec une adresse inventée", true),
                new Provider.Rules(List.of(Acr.EIDAS1, Acr.EIDAS2), true),
                new Provider.Agents(
                        List.of(MadeUpAgents.CITY, MadeUpAgents.MINISTRY),
                        List.of(),
                        DemonstrationAccounts.ISSUER,
                        new Siret(SIRET),
                        false,
                        false),
                1);
    }

    private void add(
            Federation federation,
            String uid,
            Provider.Face face,
            Provider.Rules rules,
            Provider.Agents agents,
            int position) {
        var provider =
                new Provider(
                        uid,
                        federation,
                        null,
                        CLIENT,
                        face,
                        rules,
                        Provider.Protocol.PLAIN,
                        agents);
        broker.add(provider, secrets.fresh(), position);
    }
}
