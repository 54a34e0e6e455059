package fr.socle.demarches.depot;

import fr.socle.demarches.dossier.Fiche;
import java.time.Instant;
import java.time.ZoneId;

/** How long a decided dossier is kept: the months that its procedure announced, in Paris. */
final class Keeping {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Keeping() {}

    static Instant until(Fiche fiche, Instant decided) {
        return decided.atZone(PARIS).plusMonths(fiche.guichet().retentionMonths()).toInstant();
    }
}
