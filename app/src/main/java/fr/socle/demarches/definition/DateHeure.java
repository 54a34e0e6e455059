package fr.socle.demarches.definition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day and an hour, as clocks show them in the place that is asked about; its answer is a {@link
 * Valeur.Moment}.
 *
 * @param min earliest day, itself allowed; null: no bound
 * @param max latest day, itself allowed; null: no bound
 */
public record DateHeure(@Nullable LocalDate min, @Nullable LocalDate max) implements ChampType {

    @Override
    public String code() {
        return "date-heure";
    }
}
