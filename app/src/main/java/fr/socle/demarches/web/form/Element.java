package fr.socle.demarches.web.form;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.depot.FieldNames;
import fr.socle.demarches.dossier.Provenance;
import fr.socle.demarches.web.answers.Lines;
import fr.socle.pieces.Accepted;
import fr.socle.pieces.Family;
import fr.socle.pieces.Sizes;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that a form shows, in its order. */
public sealed interface Element {

    /**
     * The title of a part.
     *
     * @param level 1 to 3
     */
    record Heading(String text, String help, int level) implements Element {}

    /**
     * Something to read.
     *
     * @param more what a click unfolds; empty for nothing
     */
    record Note(String title, String body, String more) implements Element {}

    /**
     * A field that is computed from the others.
     *
     * @param value null while something is missing
     */
    record Computed(Champ champ, String name, @Nullable Valeur value) implements Element {

        /** The result as a line; empty while there is none. */
        public String line() {
            return value == null ? "" : Lines.of(champ, value, "", "");
        }
    }

    /**
     * A field that the usager fills.
     *
     * @param name of the form's field
     * @param pieces the documents that it lists, of a field of documents
     * @param prefilled whether a link or a program proposed the answer
     * @param substitute present when the answer could come from an administration
     */
    record Question(
            Champ champ,
            String name,
            List<JoinedFile> pieces,
            boolean prefilled,
            @Nullable Substitute substitute)
            implements Element {

        public Question {
            pieces = List.copyOf(pieces);
        }

        public String fileName() {
            return FieldNames.file(name);
        }

        public @Nullable String hint() {
            return champ.help().isBlank() ? null : champ.help();
        }

        public boolean optional() {
            return !champ.mandatory();
        }

        /** How it is typed. */
        public Control control() {
            return Control.of(champ.type());
        }

        /** What a field of documents accepts. */
        public Accepted accepted() {
            return champ.type() instanceof ChampType.Pieces(var families, var maxBytes, _)
                    ? Accepted.of(maxBytes, families.toArray(Family[]::new))
                    : Substitute.ACCEPTED;
        }

        public BigDecimal megabytes() {
            return Sizes.megabytes(accepted().maxBytes());
        }
    }

    /**
     * The usager answers instead of an administration, and joins a document.
     *
     * @param why null when nobody was asked yet
     * @param name of the field that lists the documents
     */
    record Substitute(Provenance.@Nullable NotObtained why, String name, List<JoinedFile> pieces) {

        /** What proves an answer: what phones and scanners make. */
        public static final Accepted ACCEPTED = Accepted.of(20_000_000, Family.PDF, Family.IMAGES);

        public Substitute {
            pieces = List.copyOf(pieces);
        }

        public String fileName() {
            return FieldNames.file(name);
        }

        /** Whether asking now may bring the answer. */
        public boolean mayAsk() {
            return switch (why) {
                case null -> true;
                case Provenance.Decline _, Provenance.ProviderUnavailable _ -> true;
                case Provenance.NotFound _, Provenance.Unsuitable _, Provenance.Refused _ -> false;
            };
        }
    }

    /** A document that was joined. */
    record JoinedFile(String id, String name, BigDecimal megabytes, boolean readable) {}

    /**
     * A field that another answered: shown, not typed.
     *
     * @param declinable whether the usager may answer themself instead
     */
    record Known(Champ champ, String name, Valeur value, Provenance provenance, boolean declinable)
            implements Element {

        /** The value as a line, with its unit. */
        public String line(String yes, String no) {
            return Lines.of(champ, value, yes, no);
        }
    }

    /**
     * A repetition.
     *
     * @param name of the field that lists the rows
     * @param prefilled whether a link or a program proposed them
     */
    record Rows(Champ champ, String name, List<Row> rows, boolean more, boolean prefilled)
            implements Element {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param number from 1
     */
    record Row(int number, UUID id, List<Element> elements) {
        public Row {
            elements = List.copyOf(elements);
        }
    }
}
