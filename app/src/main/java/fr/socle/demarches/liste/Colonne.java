package fr.socle.demarches.liste;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of a procedure's lists.
 *
 * @param code the field's id, or a fact of the house, which begins with {@code #}
 * @param champ the field; null for a fact of the house
 */
public record Colonne(String code, @Nullable Champ champ) {

    public static final Colonne NUMERO = fact("#numero");
    public static final Colonne USAGER = fact("#usager");
    public static final Colonne ETAT = fact("#etat");
    public static final Colonne DEPOT = fact("#depot");
    public static final Colonne MODIFICATION = fact("#modification");

    /** The same in every dossier: the column of those that are in the list at all. */
    static final Colonne TOUS = fact("#tous");

    /** Those that every procedure has, as people choose among them. */
    public static final List<Colonne> FACTS = List.of(NUMERO, USAGER, ETAT, DEPOT, MODIFICATION);

    /** How its values are read and compared. */
    public enum Kind {
        TEXTE,
        NOMBRE,
        JOUR,
        CHOIX
    }

    private static Colonne fact(String code) {
        return new Colonne(code, null);
    }

    /** Of this definition: the facts, then each field of the form itself that takes an answer. */
    public static List<Colonne> of(Definition definition) {
        var columns = new ArrayList<>(FACTS);
        definition.champs().stream()
                .filter(it -> it.type().asks())
                .map(it -> new Colonne(it.id().value(), it))
                .forEach(columns::add);
        return List.copyOf(columns);
    }

    public static Optional<Colonne> find(List<Colonne> columns, String code) {
        return columns.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** The key of the label of a fact; the label itself of a field. */
    public String label() {
        return champ == null ? "demarches.colonne." + code.substring(1) : champ.label();
    }

    public Kind kind() {
        if (champ == null) {
            return equals(DEPOT) || equals(MODIFICATION) ? Kind.JOUR : Kind.TEXTE;
        }
        return switch (champ.type().code()) {
            case "nombre" -> Kind.NOMBRE;
            case "date" -> Kind.JOUR;
            case "choix", "oui-non", "case" -> Kind.CHOIX;
            default -> Kind.TEXTE;
        };
    }

    /** The answers of a list to choose one from; empty for other fields. */
    public List<String> options() {
        return champ != null && champ.type() instanceof ChampType.Choix(var options, _, _)
                ? options.labels()
                : List.of();
    }
}
