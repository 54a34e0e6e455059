package fr.socle.demarches.definition;

import fr.socle.pieces.Family;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kind of answer a field takes. */
public sealed interface ChampType {

    /** The word that rows, exports and messages keep. */
    String code();

    /** Whether it takes an answer at all. */
    default boolean asks() {
        return true;
    }

    /**
     * @param max greatest number of characters
     */
    record Texte(int max, boolean multiline) implements ChampType {
        @Override
        public String code() {
            return multiline ? "texte-long" : "texte";
        }
    }

    /**
     * @param decimal whether a fraction is allowed
     * @param min smallest, itself allowed; null: no bound
     * @param max greatest, itself allowed; null: no bound
     * @param unit shown after the input, as in {@code €}; empty for none
     */
    record Nombre(boolean decimal, @Nullable BigDecimal min, @Nullable BigDecimal max, String unit)
            implements ChampType {
        @Override
        public String code() {
            return "nombre";
        }
    }

    /**
     * A date.
     *
     * @param min earliest, itself allowed; null: no bound
     * @param max latest, itself allowed; null: no bound
     */
    record Jour(@Nullable LocalDate min, @Nullable LocalDate max) implements ChampType {
        @Override
        public String code() {
            return "date";
        }
    }

    /** Yes or no: both are answers. */
    record OuiNon() implements ChampType {
        @Override
        public String code() {
            return "oui-non";
        }
    }

    /** A box to tick: a commitment, an acknowledgement. When mandatory it must be ticked. */
    record CaseACocher() implements ChampType {
        @Override
        public String code() {
            return "case";
        }
    }

    /**
     * A list.
     *
     * @param options as people read them; an answer keeps the text
     * @param multiple whether several may be chosen
     * @param other whether an answer of one's own may be typed
     */
    record Choix(List<String> options, boolean multiple, boolean other) implements ChampType {
        public Choix {
            options = List.copyOf(options);
        }

        @Override
        public String code() {
            return multiple ? "choix-multiple" : "choix";
        }
    }

    /** A French postal address. */
    record Adresse() implements ChampType {
        @Override
        public String code() {
            return "adresse";
        }
    }

    /** An e-mail address; its answer is a text. */
    record Email() implements ChampType {
        @Override
        public String code() {
            return "email";
        }
    }

    /** A telephone number; its answer is a text. */
    record Telephone() implements ChampType {
        @Override
        public String code() {
            return "telephone";
        }
    }

    /**
     * Documents to join.
     *
     * @param families the accepted kinds of files
     * @param maxBytes greatest size of one file
     */
    record Pieces(Set<Family> families, long maxBytes) implements ChampType {
        public Pieces {
            families = Set.copyOf(families);
        }

        @Override
        public String code() {
            return "piece";
        }
    }

    /**
     * A block that the usager fills several times.
     *
     * @param champs what one row asks; no repetition among them
     * @param min fewest rows
     * @param max most rows
     */
    record Repetition(List<Champ> champs, int min, int max) implements ChampType {
        public Repetition {
            champs = List.copyOf(champs);
        }

        @Override
        public String code() {
            return "repetition";
        }
    }

    /**
     * The title of a part.
     *
     * @param level 1 to 3
     */
    record Titre(int level) implements ChampType {
        @Override
        public String code() {
            return "titre";
        }

        @Override
        public boolean asks() {
            return false;
        }
    }

    /** A text to read: the label is its title, the help its body. */
    record Explication() implements ChampType {
        @Override
        public String code() {
            return "explication";
        }

        @Override
        public boolean asks() {
            return false;
        }
    }
}
