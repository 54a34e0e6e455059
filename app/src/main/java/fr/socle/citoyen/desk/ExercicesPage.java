package fr.socle.citoyen.desk;

import fr.socle.citoyen.store.ExerciceStore.Suivi;
import fr.socle.ui.Page;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What persons asked of an organisation.
 *
 * @param done the word of what was just done; anything else says nothing
 */
public record ExercicesPage(List<Suivi> suivis, String organisation, String done, Instant now)
        implements Page {

    /** Key of what to tell; empty for nothing. */
    public String told() {
        return Set.of("reponse", "prolongation", "transmission").contains(done)
                ? "citoyen.guichet.done." + done
                : "";
    }

    /** How many wait for an answer. */
    public long open() {
        return suivis.stream().filter(it -> it.exercice().closedAt().isEmpty()).count();
    }

    public long overdue() {
        return suivis.stream().filter(it -> it.exercice().overdue(now)).count();
    }
}
