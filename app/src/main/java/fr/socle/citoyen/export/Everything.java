package fr.socle.citoyen.export;

import fr.socle.citoyen.usages.Usage;
import fr.socle.demarches.DossierSummary;
import fr.socle.identity.UsagerConnecte;
import java.time.Instant;
import java.util.List;

/** All that a person may take away. */
public record Everything(
        UsagerConnecte usager, List<DossierSummary> dossiers, List<Usage> usages, Instant at) {

    public Everything {
        dossiers = List.copyOf(dossiers);
        usages = List.copyOf(usages);
    }
}
