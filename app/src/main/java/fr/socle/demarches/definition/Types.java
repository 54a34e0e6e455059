package fr.socle.demarches.definition;

import fr.socle.pieces.Family;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The types of fields as a builder chooses among them, each with sensible settings. */
public final class Types {

    /** In the order in which an editor offers them: the most used first. */
    public static final List<String> CODES =
            List.of(
                    "texte",
                    "texte-long",
                    "oui-non",
                    "choix",
                    "choix-multiple",
                    "nombre",
                    "date",
                    "adresse",
                    "email",
                    "telephone",
                    "piece",
                    "case",
                    "repetition",
                    "titre",
                    "explication");

    public static final int SHORT_TEXT = 400;
    public static final int LONG_TEXT = 10_000;
    public static final long FILE = 20_000_000;
    private static final int ROWS = 10;

    private Types() {}

    /** A type with its usual settings; empty for a word that names none. */
    public static Optional<ChampType> usual(String code) {
        return Optional.ofNullable(
                switch (code) {
                    case "texte" -> new ChampType.Texte(SHORT_TEXT, false);
                    case "texte-long" -> new ChampType.Texte(LONG_TEXT, true);
                    case "nombre" -> new ChampType.Nombre(false, null, null, "");
                    case "date" -> new ChampType.Jour(null, null);
                    case "oui-non" -> new ChampType.OuiNon();
                    case "case" -> new ChampType.CaseACocher();
                    case "choix" -> new ChampType.Choix(List.of(), false, false);
                    case "choix-multiple" -> new ChampType.Choix(List.of(), true, false);
                    case "adresse" -> new ChampType.Adresse();
                    case "email" -> new ChampType.Email();
                    case "telephone" -> new ChampType.Telephone();
                    case "piece" -> new ChampType.Pieces(Set.of(Family.PDF, Family.IMAGES), FILE);
                    case "repetition" -> new ChampType.Repetition(List.of(), 0, ROWS);
                    case "titre" -> new ChampType.Titre(1);
                    case "explication" -> new ChampType.Explication();
                    default -> null;
                });
    }
}
