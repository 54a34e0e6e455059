package fr.socle.citoyen.export;

import fr.socle.citoyen.droits.Exercice;
import fr.socle.citoyen.suivi.Avancement;
import fr.socle.citoyen.usages.Usage;
import fr.socle.demarches.DossierSummary;
import fr.socle.identity.UsagerConnecte;
import java.time.Instant;
import java.util.List;

/**
 * All that a person may take away.
 *
 * @param elsewhere procedures outside this house
 * @param exercices rights that the person exercised
 */
public record Everything(
        UsagerConnecte usager,
        List<DossierSummary> dossiers,
        List<Avancement> elsewhere,
        List<Exercice> exercices,
        List<Usage> usages,
        Instant at) {

    public Everything {
        dossiers = List.copyOf(dossiers);
        elsewhere = List.copyOf(elsewhere);
        exercices = List.copyOf(exercices);
        usages = List.copyOf(usages);
    }
}
