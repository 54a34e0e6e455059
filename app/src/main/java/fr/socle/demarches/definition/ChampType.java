package fr.socle.demarches.definition;

import fr.socle.pieces.Family;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of answer a field takes: its settings, and nothing else. What is done with them stands
 * in its {@link Kind}, one family of types per file.
 */
public sealed interface ChampType
        permits ChampType.Texte,
                ChampType.Nombre,
                ChampType.Jour,
                ChampType.OuiNon,
                ChampType.CaseACocher,
                ChampType.Choix,
                ChampType.Adresse,
                ChampType.Email,
                ChampType.Telephone,
                ChampType.Pieces,
                ChampType.Repetition,
                ChampType.Titre,
                ChampType.Explication,
                Calcul,
                Carte,
                ChoixLies,
                Civilite,
                DateHeure,
                DossierLie,
                Format,
                Identifiants,
                Lieu,
                Numero,
                Referentiel {

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
     * @param list what is offered; an answer keeps the ids
     * @param multiple whether several may be chosen
     * @param other whether an answer of one's own may be typed
     */
    record Choix(Options list, boolean multiple, boolean other) implements ChampType {

        /** A list whose options were never renamed. */
        public Choix(List<String> options, boolean multiple, boolean other) {
            this(Options.of(options), multiple, other);
        }

        /** The options as people read them. */
        public List<String> options() {
            return list.labels();
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
    record Pieces(Set<Family> families, long maxBytes, Nature nature) implements ChampType {
        public Pieces {
            families = Set.copyOf(families);
        }

        /** Documents of no particular nature. */
        public Pieces(Set<Family> families, long maxBytes) {
            this(families, maxBytes, Nature.ORDINAIRE);
        }

        @Override
        public String code() {
            return nature == Nature.TITRE_IDENTITE ? "titre-identite" : "piece";
        }

        /**
         * What the documents are; an identity paper is to be purged once the dossier is decided.
         */
        public enum Nature {
            ORDINAIRE,
            TITRE_IDENTITE,
            RIB
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

    /**
     * A text to read: the label is its title, the help its body.
     *
     * @param more what a click unfolds; empty for nothing
     */
    record Explication(String more) implements ChampType {

        public Explication() {
            this("");
        }

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
