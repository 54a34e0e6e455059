package fr.socle.citoyen.suivi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's procedure outside this house.
 *
 * @param reference as the organisation names it
 * @param demarche its title
 * @param adresse where the person continues it, or null
 * @param steps the oldest first, at least one
 */
public record Avancement(
        String organisation,
        String reference,
        String demarche,
        @Nullable String adresse,
        List<Step> steps) {

    /** One thing that was announced. */
    public record Step(Etat etat, Instant at) {}

    public Avancement {
        steps = List.copyOf(steps);
    }

    public Step last() {
        return steps.getLast();
    }
}
