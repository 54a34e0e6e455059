package fr.socle.avis.store;

import fr.socle.avis.score.Deltas;
import java.util.UUID;

/**
 * Which form asked.
 *
 * @param questions the version of its questions
 */
public record Asked(UUID form, int questions) {

    /** The form that every service has. */
    public static final Asked COMMON = new Asked(Deltas.COMMON_FORM, 0);
}
