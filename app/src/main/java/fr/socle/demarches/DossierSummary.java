package fr.socle.demarches;

import java.time.Instant;
import java.util.List;

/**
 * How far a dossier came.
 *
 * @param number as people read and dictate it; empty for a draft that was never deposited
 * @param path where the usager reads it
 * @param state its label is the message {@code demarches.state.<name>}
 * @param steps what happened, the oldest first
 */
public record DossierSummary(
        String number,
        String path,
        String demarche,
        String organisation,
        DossierState state,
        Instant changedAt,
        List<Step> steps) {

    public DossierSummary {
        steps = List.copyOf(steps);
    }

    /**
     * @param label key of the message that tells it
     */
    public record Step(String label, Instant at) {}
}
