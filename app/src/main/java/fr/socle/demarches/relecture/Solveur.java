package fr.socle.demarches.relecture;

import fr.socle.demarches.definition.Calcul;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Evaluation;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries every case that a set of conditions can tell apart, with the evaluator that dossiers meet:
 * what it says holds for all answers, because comparisons only see the classes of {@link
 * Candidats}. Where there are too many cases, it says nothing.
 */
public final class Solveur {

    private static final int MOST_CASES = 20_000;

    private final Definition flat;
    private final List<Condition> conditions;
    private final List<Map<ChampId, Valeur>> cases;

    private Solveur(Definition flat, List<Condition> conditions, List<Map<ChampId, Valeur>> cases) {
        this.flat = flat;
        this.conditions = conditions;
        this.cases = cases;
    }

    /**
     * Empty when a computed field decides, or when there are too many cases.
     *
     * @param whole the form
     * @param at the field whose conditions these are, null: they stand after the form (a route, an
     *     eligibility)
     */
    public static Optional<Solveur> of(
            Definition whole, @Nullable ChampId at, List<Condition> conditions) {
        var flat = Flat.around(whole, at);
        var sources = closure(flat, conditions);
        var asked = flat.champs().stream().filter(it -> sources.contains(it.id())).toList();
        if (asked.stream().anyMatch(it -> it.type() instanceof Calcul)) {
            return Optional.empty();
        }
        var kept = Flat.kept(flat, sources);
        var all = Stream.concat(conditions.stream(), shownWhen(kept)).toList();
        var cases = product(asked, all);
        return cases.map(it -> new Solveur(kept, conditions, counting(kept, it)));
    }

    /** Whether no answers make the condition hold. */
    public boolean never(int condition) {
        return cases.stream().noneMatch(it -> holds(condition, it));
    }

    /** Whether it holds in every dossier whose mandatory questions were answered. */
    public boolean always(int condition) {
        return complete().allMatch(it -> holds(condition, it));
    }

    /** Whether the one holds wherever the other does. */
    public boolean implied(int condition, int by) {
        return cases.stream().filter(it -> holds(by, it)).allMatch(it -> holds(condition, it));
    }

    /** Whether an earlier one holds wherever this one does, of rules of which the first counts. */
    public boolean shadowed(int condition) {
        return cases.stream()
                .filter(it -> holds(condition, it))
                .allMatch(it -> earlierHolds(condition, it));
    }

    private boolean earlierHolds(int condition, Map<ChampId, Valeur> seen) {
        return conditions.stream().limit(condition).anyMatch(it -> Evaluation.holds(it, seen));
    }

    private boolean holds(int condition, Map<ChampId, Valeur> seen) {
        return Evaluation.holds(conditions.get(condition), seen);
    }

    /** Of a complete dossier, whatever is shown and mandatory has an answer. */
    private Stream<Map<ChampId, Valeur>> complete() {
        return cases.stream()
                .filter(
                        seen -> {
                            var visible = Visibility.visible(flat, seen);
                            return flat.champs().stream()
                                    .filter(it -> it.mandatory() && visible.contains(it.id()))
                                    .allMatch(it -> seen.containsKey(it.id()));
                        });
    }

    /** The fields on which the conditions stand, and those on which these stand in their turn. */
    private static Set<ChampId> closure(Definition flat, List<Condition> conditions) {
        var found = new LinkedHashSet<ChampId>();
        var open = new ArrayList<>(conditions.stream().flatMap(Condition::sources).toList());
        while (!open.isEmpty()) {
            var id = open.removeLast();
            if (found.add(id)) {
                Flat.guards(flat, id).forEach(it -> it.sources().forEach(open::add));
            }
        }
        return found;
    }

    private static Stream<Condition> shownWhen(Definition kept) {
        return kept.champs().stream().flatMap(it -> Stream.ofNullable(it.condition()));
    }

    private static Optional<List<Map<ChampId, Valeur>>> product(
            List<Champ> asked, List<Condition> conditions) {
        var cases = new ArrayList<Map<ChampId, Valeur>>();
        cases.add(Map.of());
        for (var champ : asked) {
            var candidates = Candidats.of(champ, conditions);
            if (cases.size() * (long) candidates.size() > MOST_CASES) {
                return Optional.empty();
            }
            var more = new ArrayList<Map<ChampId, Valeur>>();
            for (var one : cases) {
                candidates.forEach(it -> more.add(with(one, champ.id(), it)));
            }
            cases = more;
        }
        return Optional.of(cases);
    }

    private static Map<ChampId, Valeur> with(
            Map<ChampId, Valeur> one, ChampId champ, Optional<Valeur> value) {
        if (value.isEmpty()) {
            return one;
        }
        var more = new HashMap<>(one);
        more.put(champ, value.get());
        return more;
    }

    /** What counts of each case, once hidden answers are left out. */
    private static List<Map<ChampId, Valeur>> counting(
            Definition kept, List<Map<ChampId, Valeur>> cases) {
        return cases.stream().map(it -> Visibility.counting(kept, it)).distinct().toList();
    }
}
