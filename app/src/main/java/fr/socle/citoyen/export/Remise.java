package fr.socle.citoyen.export;

import fr.socle.citoyen.usages.Place;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.time.Period;
import java.util.List;

/**
 * Something was handed out to a person: whoever used their session without them would show here.
 */
public sealed interface Remise extends Entry {

    /** Everything at once. */
    record Export(PersonRef person, String format) implements Remise {

        static final Kind KIND = new Kind("citoyen.export", Retention.of(Period.ofYears(3)));

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    told(person, "Télécharger une copie de tout votre dossier (" + format + ")"),
                    Part.readBy(Audience.AUDITEUR).with("format", format));
        }
    }

    /** The receipt of one entry. */
    record Recu(PersonRef person, Place place) implements Remise {

        static final Kind KIND = new Kind("citoyen.recu-remis", Retention.of(Period.ofYears(3)));

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    told(person, "Obtenir le reçu de la ligne " + place.index() + " du journal")
                            .with("journal", place.log())
                            .with("index", place.index()),
                    Part.readBy(Audience.AUDITEUR).with("remis", true));
        }
    }

    /** The receipts of all entries at once. */
    record Recus(PersonRef person, long lignes) implements Remise {

        static final Kind KIND = new Kind("citoyen.recus-remis", Retention.of(Period.ofYears(3)));

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    told(person, "Obtenir les reçus de toutes les lignes de votre dossier")
                            .with("lignes", lignes),
                    Part.readBy(Audience.AUDITEUR).with("remis", true));
        }
    }

    /** The statement that no line about them is missing. */
    record Releve(PersonRef person, long last) implements Remise {

        static final Kind KIND = new Kind("citoyen.releve-remis", Retention.of(Period.ofYears(3)));

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    told(person, "Vérifier qu’aucune ligne de votre dossier ne manque")
                            .with("lignes", last),
                    Part.readBy(Audience.AUDITEUR).with("remis", true));
        }
    }

    private static Part told(PersonRef person, String motif) {
        return Part.readBy(Audience.PERSONNE)
                .about(person)
                .with("organisation", "Vous-même")
                .with("motif", motif);
    }
}
