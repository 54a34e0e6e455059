package fr.socle.demarches.definition;

import java.util.List;
import java.util.Optional;

/** The types of fields as a builder chooses among them, each with sensible settings. */
public final class Types {

    /** A group of types, under the heading {@code demarches.types.<name>}. */
    public record Group(String name, List<String> codes) {
        public Group {
            codes = List.copyOf(codes);
        }
    }

    /** In the order in which an editor offers them: the most used first. */
    public static final List<Group> GROUPS =
            List.of(
                    new Group(
                            "usual",
                            List.of(
                                    "texte",
                                    "texte-long",
                                    "oui-non",
                                    "choix",
                                    "choix-multiple",
                                    "nombre",
                                    "date",
                                    "piece",
                                    "case",
                                    "choix-lies",
                                    "date-heure",
                                    "format",
                                    "calcul")),
                    new Group(
                            "person", List.of("civilite", "email", "telephone", "titre-identite")),
                    new Group(
                            "place",
                            List.of(
                                    "adresse",
                                    "commune",
                                    "departement",
                                    "region",
                                    "pays",
                                    "epci",
                                    "carte")),
                    new Group(
                            "register",
                            List.of(
                                    "siret",
                                    "rna",
                                    "rnf",
                                    "iban",
                                    "engagement-juridique",
                                    "annuaire-education",
                                    "referentiel",
                                    "dossier-lie")),
                    new Group("data", List.of("cnaf", "dgfip", "france-travail", "mesri", "cojo")),
                    new Group("layout", List.of("repetition", "titre", "explication")));

    public static final List<String> CODES =
            GROUPS.stream().flatMap(it -> it.codes().stream()).toList();

    public static final int SHORT_TEXT = 400;
    public static final int LONG_TEXT = 10_000;
    public static final long FILE = 20_000_000;
    static final int ROWS = 10;

    private Types() {}

    /** A type with its usual settings; empty for a word that names none. */
    public static Optional<ChampType> usual(String code) {
        return Kinds.find(code).map(Kind::usual);
    }
}
