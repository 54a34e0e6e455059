package fr.socle.avis.observatoire.edition;

import fr.socle.avis.observatoire.indicator.Quarter;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;

/**
 * A quarter of the Observatoire was frozen. It tells of nobody.
 *
 * @param fingerprint SHA-256 of its open data in CSV, in hexadecimal
 */
record EditionFigee(Quarter quarter, int demarches, String fingerprint) implements Entry {

    private static final Kind KIND =
            new Kind("avis.edition-figee", Retention.of(Period.ofYears(10)));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                Part.readBy(Audience.AUDITEUR)
                        .with("trimestre", quarter.code())
                        .with("demarches", demarches)
                        .with("empreinte-sha256", fingerprint));
    }
}
