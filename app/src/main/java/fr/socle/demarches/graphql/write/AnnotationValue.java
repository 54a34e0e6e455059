package fr.socle.demarches.graphql.write;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.DateHeure;
import fr.socle.demarches.definition.Saisie;
import fr.socle.demarches.definition.Typed;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.graphql.read.Refus;
import fr.socle.kernel.Parsed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A value that a program notes, as the contract sends it.
 *
 * @param member of {@code AnnotationValueInput} that holds it
 */
record AnnotationValue(String member, Object value) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Rows of a block that is filled several times: its value is how many are added. */
    static final String ROWS = "repetition";

    /**
     * @param input an {@code AnnotationValueInput}
     * @throws Refus when it does not hold exactly one value
     */
    static AnnotationValue of(Map<String, Object> input) {
        var given =
                input.entrySet().stream()
                        .filter(it -> it.getValue() != null)
                        .map(it -> new AnnotationValue(it.getKey(), it.getValue()))
                        .toList();
        if (given.size() != 1) {
            throw Refus.badArgument("Give exactly one value to each annotation");
        }
        return given.getFirst();
    }

    /** The member under which a value of this type is sent; empty: by none. */
    static String memberOf(ChampType type) {
        return switch (type) {
            case ChampType.Texte it -> it.multiline() ? "textarea" : "text";
            case ChampType.Email _ -> "email";
            case ChampType.CaseACocher _ -> "checkbox";
            case ChampType.OuiNon _ -> "yesNo";
            case ChampType.Jour _ -> "date";
            case DateHeure _ -> "datetime";
            case ChampType.Nombre it -> it.decimal() ? "decimalNumber" : "integerNumber";
            case ChampType.Choix it -> it.multiple() ? "multipleDropDownList" : "dropDownList";
            case ChampType.Repetition _ -> ROWS;
            default -> "";
        };
    }

    boolean fits(Champ champ) {
        return member.equals(memberOf(champ.type()));
    }

    /** How many rows are to be added. */
    int rows() {
        return (Integer) value;
    }

    /** Read as if an agent had typed it: the same checks. Empty: the annotation is emptied. */
    Parsed<Optional<Valeur>> read(Champ champ) {
        return Saisie.read(champ, typed(champ.type()));
    }

    private Typed typed(ChampType type) {
        return switch (value) {
            case Boolean yes -> Typed.of(yes ? "oui" : no(type));
            case Double number -> Typed.of(BigDecimal.valueOf(number).toPlainString());
            case Instant at -> Typed.of(LocalDateTime.ofInstant(at, PARIS).toString());
            case List<?> several ->
                    Typed.of(several.stream().map(Objects::toString).toArray(String[]::new));
            case String text when isOther(type, text) ->
                    new Typed(Map.of("", List.of(Saisie.OTHER), "autre", List.of(text)));
            default -> Typed.of(value.toString());
        };
    }

    /** A box is ticked or has no value. */
    private static String no(ChampType type) {
        return type instanceof ChampType.CaseACocher ? "" : "non";
    }

    private static boolean isOther(ChampType type, String text) {
        return type instanceof ChampType.Choix choix
                && choix.other()
                && !text.isBlank()
                && !choix.list().has(text)
                && !choix.list().labels().contains(text);
    }
}
