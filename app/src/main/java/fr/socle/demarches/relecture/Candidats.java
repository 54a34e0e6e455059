package fr.socle.demarches.relecture;

import fr.socle.demarches.definition.Calcul;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.ChoixLies;
import fr.socle.demarches.definition.Comparison;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Offered;
import fr.socle.demarches.definition.Valeur;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The few answers of a field that conditions can tell apart. Comparisons cut the answers of a field
 * into classes, each of which is true for the same comparisons: one answer of each class is enough
 * to know all that may happen.
 */
final class Candidats {

    /** So many options that are compared at once make more sets than are worth trying. */
    private static final int MOST_SUBSETS = 6;

    private final Champ champ;
    private final List<Valeur> constants;

    private Candidats(Champ champ, List<Valeur> constants) {
        this.champ = champ;
        this.constants = constants;
    }

    /** No answer first, then one of each class. */
    static List<Optional<Valeur>> of(Champ champ, List<Condition> conditions) {
        var constants =
                conditions.stream().flatMap(it -> constants(it, champ.id())).distinct().toList();
        var values = new Candidats(champ, constants).values();
        return Stream.concat(Stream.of(Optional.<Valeur>empty()), values.stream().map(Optional::of))
                .toList();
    }

    private static Stream<Valeur> constants(Condition condition, ChampId champ) {
        return switch (condition) {
            case Condition.And(var inner) -> inner.stream().flatMap(it -> constants(it, champ));
            case Condition.Or(var inner) -> inner.stream().flatMap(it -> constants(it, champ));
            case Condition.Compare(var source, _, var with) ->
                    source.equals(champ) ? Stream.of(with) : Stream.empty();
            case Condition.Filled _, Condition.Empty _ -> Stream.empty();
        };
    }

    private List<Valeur> values() {
        return switch (Comparison.of(champ.type())) {
            case YES_NO -> yesNo();
            case NUMBER -> champ.type() instanceof Calcul ? List.of() : numbers();
            case DAY -> days();
            case OPTION -> options();
            case OPTIONS -> subsets();
            case TEXT -> texts();
            case PLACE, CODE, CODE_OF_PLACE -> places();
            case NONE -> List.of(new Valeur.Texte("…"));
        };
    }

    private List<Valeur> yesNo() {
        var yes = new Valeur.OuiNon(true);
        return champ.type() instanceof ChampType.CaseACocher
                ? List.of(yes)
                : List.of(yes, new Valeur.OuiNon(false));
    }

    /** Each compared number, and what lies beside it, as far as the field allows them. */
    private List<Valeur> numbers() {
        var type = (ChampType.Nombre) champ.type();
        var step = type.decimal() ? new BigDecimal("0.001") : BigDecimal.ONE;
        var tried = new LinkedHashSet<BigDecimal>();
        for (var constant : constants) {
            if (constant instanceof Valeur.Nombre(var number)) {
                tried.addAll(List.of(number.subtract(step), number, number.add(step)));
            }
        }
        Optional.ofNullable(type.min()).ifPresent(tried::add);
        Optional.ofNullable(type.max()).ifPresent(tried::add);
        tried.add(BigDecimal.ZERO);
        return tried.stream().filter(it -> fits(type, it)).<Valeur>map(Valeur.Nombre::new).toList();
    }

    private static boolean fits(ChampType.Nombre type, BigDecimal number) {
        var min = type.min();
        var max = type.max();
        return (min == null || number.compareTo(min) >= 0)
                && (max == null || number.compareTo(max) <= 0)
                && (type.decimal() || number.stripTrailingZeros().scale() <= 0);
    }

    private List<Valeur> days() {
        var tried = new LinkedHashSet<LocalDate>();
        for (var constant : constants) {
            if (constant instanceof Valeur.Jour(var day)) {
                tried.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
            }
        }
        if (champ.type() instanceof ChampType.Jour(var min, var max)) {
            tried.removeIf(it -> min != null && it.isBefore(min) || max != null && it.isAfter(max));
            Optional.ofNullable(min).ifPresent(tried::add);
        }
        if (tried.isEmpty()) {
            tried.add(LocalDate.EPOCH);
        }
        return tried.stream().<Valeur>map(Valeur.Jour::new).toList();
    }

    /** The compared options, one that is not, and an answer of one's own where that is allowed. */
    private List<Valeur> options() {
        var values = new ArrayList<Valeur>();
        compared().forEach(it -> values.add(chosen(it)));
        uncompared().ifPresent(it -> values.add(chosen(it)));
        return values;
    }

    private Valeur chosen(String option) {
        return champ.type() instanceof ChoixLies
                ? new Valeur.Paire(option, "")
                : new Valeur.Choix(List.of(option));
    }

    private Set<String> compared() {
        var compared = new LinkedHashSet<String>();
        for (var constant : constants) {
            if (constant instanceof Valeur.Texte(var text)) {
                compared.add(text);
            }
        }
        compared.retainAll(Set.copyOf(Offered.by(champ.type()).ids()));
        return compared;
    }

    private Optional<String> uncompared() {
        var compared = compared();
        return champ.type() instanceof ChampType.Choix choix && choix.other()
                ? Optional.of("…")
                : Offered.by(champ.type()).ids().stream()
                        .filter(it -> !compared.contains(it))
                        .findFirst();
    }

    private List<Valeur> subsets() {
        var compared = compared().stream().limit(MOST_SUBSETS).toList();
        var values = new ArrayList<Valeur>();
        for (int set = 0; set < 1 << compared.size(); set++) {
            var chosen = new ArrayList<String>();
            for (int i = 0; i < compared.size(); i++) {
                if ((set >> i & 1) == 1) {
                    chosen.add(compared.get(i));
                }
            }
            if (chosen.isEmpty()) {
                uncompared().ifPresent(chosen::add);
            }
            if (!chosen.isEmpty()) {
                values.add(new Valeur.Choix(chosen));
            }
        }
        return values;
    }

    private List<Valeur> texts() {
        var values = new ArrayList<Valeur>();
        var all = new StringBuilder();
        for (var constant : constants) {
            if (constant instanceof Valeur.Texte(var text)) {
                values.add(constant);
                all.append(text).append(' ');
            }
        }
        values.add(new Valeur.Texte(all + "…"));
        values.add(new Valeur.Texte("…"));
        return values;
    }

    /** Each code as itself, as a departement, and as a region; and somewhere else. */
    private List<Valeur> places() {
        var values = new ArrayList<Valeur>();
        for (var constant : constants) {
            if (constant instanceof Valeur.Texte(var code)) {
                values.add(place(code, code));
                Areas.within(code).forEach(it -> values.add(place("…", it)));
            }
        }
        Areas.outside(constants).ifPresent(it -> values.add(place("…", it)));
        return values;
    }

    private static Valeur place(String code, String departement) {
        return new Valeur.Reference("…", code, "…", Map.of("departement", departement));
    }
}
