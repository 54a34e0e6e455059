package fr.socle.citoyen.export;

import fr.socle.citoyen.droits.Exercice;
import fr.socle.citoyen.entreprise.Representant;
import fr.socle.citoyen.suivi.Avancement;
import fr.socle.citoyen.usages.Usage;
import fr.socle.demarches.DossierSummary;
import fr.socle.identity.UsagerConnecte;
import java.time.Instant;
import java.util.List;

/**
 * All that a person or company may take away.
 *
 * @param elsewhere procedures outside this house
 * @param exercices rights that were exercised
 */
public record Everything(
        Titulaire titulaire,
        List<DossierSummary> dossiers,
        List<Avancement> elsewhere,
        List<Exercice> exercices,
        List<Usage> usages,
        Instant at) {

    /** Whose file it is. */
    public sealed interface Titulaire {

        record Personne(UsagerConnecte usager) implements Titulaire {}

        /** A company, for which one of its representatives takes it away. */
        record Entreprise(Representant representant) implements Titulaire {}
    }

    public Everything {
        dossiers = List.copyOf(dossiers);
        elsewhere = List.copyOf(elsewhere);
        exercices = List.copyOf(exercices);
        usages = List.copyOf(usages);
    }
}
