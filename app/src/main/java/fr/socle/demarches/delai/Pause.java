package fr.socle.demarches.delai;

import fr.socle.demarches.dossier.Correction.Raison;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A time during which the usager was asked to correct: the silence of the administration does not
 * run.
 *
 * @param asked day of Paris
 * @param resolved day on which the usager answered, or null: not yet
 */
public record Pause(Raison reason, LocalDate asked, @Nullable LocalDate resolved) {

    /** A correction that is awaited is counted as if it came today. */
    LocalDate until(LocalDate today) {
        return resolved == null ? today : resolved;
    }

    /** Its days from this one on, the first and the last included. */
    long daysSince(LocalDate start, LocalDate today) {
        var from = asked.isBefore(start) ? start : asked;
        var until = until(today);
        return until.isBefore(from) ? 0 : ChronoUnit.DAYS.between(from, until) + 1;
    }
}
