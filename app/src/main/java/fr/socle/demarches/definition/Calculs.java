package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Formule.Fonction;
import fr.socle.kernel.Parsed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Computes fields. What lacks an answer, or divides by nothing, has no result: never a guess. A
 * pure function of the answers.
 */
public final class Calculs {

    private final Map<ChampId, Valeur> seen;

    private Calculs(Map<ChampId, Valeur> seen) {
        this.seen = seen;
    }

    /**
     * The result of a computed field; empty for any other.
     *
     * @param seen the answers that count: those of fields that are shown
     */
    public static Optional<Valeur> result(Champ champ, Map<ChampId, Valeur> seen) {
        if (!(champ.type() instanceof Calcul calcul)
                || !(Formule.parse(calcul.formule()) instanceof Parsed.Valid<Formule>(var it))) {
            return Optional.empty();
        }
        return new Calculs(seen)
                .number(it)
                .map(number -> number.setScale(calcul.decimals(), RoundingMode.HALF_UP))
                .map(Valeur.Nombre::new);
    }

    private Optional<BigDecimal> number(Formule formule) {
        return switch (formule) {
            case Formule.Constante(var number) -> Optional.of(number);
            case Formule.Reponse(var champ) ->
                    seen.get(champ) instanceof Valeur.Nombre(var number)
                            ? Optional.of(number)
                            : Optional.empty();
            case Formule.Colonne _ -> Optional.empty();
            case Formule.Operation(var sign, var left, var right) ->
                    number(left).flatMap(a -> number(right).flatMap(b -> operation(sign, a, b)));
            case Formule.Appel(var fonction, var arguments) -> call(fonction, arguments);
        };
    }

    private static Optional<BigDecimal> operation(char sign, BigDecimal a, BigDecimal b) {
        return switch (sign) {
            case '+' -> Optional.of(a.add(b));
            case '-' -> Optional.of(a.subtract(b));
            case '*' -> Optional.of(a.multiply(b, MathContext.DECIMAL128));
            default ->
                    b.signum() == 0
                            ? Optional.empty()
                            : Optional.of(a.divide(b, MathContext.DECIMAL128));
        };
    }

    private Optional<BigDecimal> call(Fonction fonction, List<Formule> arguments) {
        return switch (fonction) {
            case SOMME -> sum(arguments.getFirst());
            case NOMBRE -> count(arguments.getFirst());
            case JOURS -> between(ChronoUnit.DAYS, arguments);
            case MOIS -> between(ChronoUnit.MONTHS, arguments);
            case ANNEES -> between(ChronoUnit.YEARS, arguments);
            case ARRONDI ->
                    number(arguments.getFirst()).map(it -> it.setScale(0, RoundingMode.HALF_UP));
            case MIN -> all(arguments).flatMap(it -> it.stream().min(BigDecimal::compareTo));
            case MAX -> all(arguments).flatMap(it -> it.stream().max(BigDecimal::compareTo));
        };
    }

    private Optional<List<BigDecimal>> all(List<Formule> arguments) {
        var numbers = arguments.stream().flatMap(it -> number(it).stream()).toList();
        return numbers.size() == arguments.size() ? Optional.of(numbers) : Optional.empty();
    }

    private Optional<BigDecimal> sum(Formule column) {
        return column instanceof Formule.Colonne(var bloc, var champ)
                        && seen.get(bloc) instanceof Valeur.Lignes(var lignes)
                ? Optional.of(
                        lignes.stream()
                                .map(it -> it.valeurs().get(champ))
                                .filter(Objects::nonNull)
                                .map(it -> it instanceof Valeur.Nombre(var n) ? n : BigDecimal.ZERO)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }

    private Optional<BigDecimal> count(Formule rows) {
        return rows instanceof Formule.Reponse(var bloc)
                        && seen.get(bloc) instanceof Valeur.Lignes(var lignes)
                ? Optional.of(BigDecimal.valueOf(lignes.size()))
                : Optional.empty();
    }

    private Optional<BigDecimal> between(ChronoUnit unit, List<Formule> days) {
        return day(days.getFirst())
                .flatMap(from -> day(days.get(1)).map(to -> unit.between(from, to)))
                .map(BigDecimal::valueOf);
    }

    private Optional<LocalDate> day(Formule formule) {
        return formule instanceof Formule.Reponse(var champ)
                ? switch (seen.get(champ)) {
                    case Valeur.Jour(var day) -> Optional.of(day);
                    case Valeur.Moment(var at) -> Optional.of(at.toLocalDate());
                    case null, default -> Optional.empty();
                }
                : Optional.empty();
    }
}
