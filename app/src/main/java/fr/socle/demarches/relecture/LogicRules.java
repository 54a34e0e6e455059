package fr.socle.demarches.relecture;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.Checker;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Edits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions that decide nothing: never true, always true, useless in part, out of reach. */
final class LogicRules implements Regle {

    @Override
    public Stream<Remarque> read(Definition definition, Champ champ) {
        var cycle = Cycles.through(definition, champ.id());
        if (!cycle.isEmpty()) {
            return Stream.of(Remarque.of(champ, "cycle", String.join(" → ", cycle)));
        }
        if (champ.condition() == null && champ.obligation() == null || broken(definition, champ)) {
            return Stream.empty();
        }
        return Stream.concat(shown(definition, champ), demanded(definition, champ));
    }

    /** What the checker refuses is told there. */
    private static boolean broken(Definition definition, Champ champ) {
        return Checker.conditionProblems(definition, champ);
    }

    private static Stream<Remarque> shown(Definition definition, Champ champ) {
        var condition = champ.condition();
        if (condition == null) {
            return Stream.empty();
        }
        var reach = all(definition, champ, condition);
        var solveur = Solveur.of(definition, champ.id(), List.of(condition, reach)).orElse(null);
        if (solveur == null) {
            return Stream.empty();
        }
        if (solveur.never(0)) {
            return Stream.of(Remarque.of(champ, "never"));
        }
        if (solveur.never(1)) {
            return Stream.of(Remarque.of(champ, "unreachable"));
        }
        if (solveur.always(0)) {
            return Stream.of(Remarque.of(champ, "always").mendedBy(without(champ)));
        }
        return useless(definition, champ, condition);
    }

    private static UnaryOperator<Definition> without(Champ champ) {
        return it -> Edits.replace(it, champ.withCondition(null));
    }

    /** Its own condition, and those of the titles above it. */
    private static Condition all(Definition definition, Champ champ, Condition own) {
        var flat = Flat.around(definition, champ.id());
        var more = new ArrayList<>(flat.champs());
        more.add(champ.withCondition(own));
        return new Condition.And(Flat.guards(new Definition(more), champ.id()).toList());
    }

    private static Stream<Remarque> demanded(Definition definition, Champ champ) {
        var obligation = champ.obligation();
        var solveur =
                obligation == null
                        ? Optional.<Solveur>empty()
                        : Solveur.of(definition, champ.id(), List.of(obligation));
        if (solveur.filter(it -> it.never(0)).isPresent()) {
            return Stream.of(
                    Remarque.of(champ, "never-demanded")
                            .mendedBy(it -> Edits.replace(it, champ.withObligation(null))));
        }
        return solveur.filter(it -> it.always(0)).isPresent()
                ? Stream.of(
                        Remarque.of(champ, "always-demanded")
                                .mendedBy(
                                        it ->
                                                Edits.replace(
                                                        it,
                                                        champ.withObligation(null)
                                                                .withMandatory(true))))
                : Stream.empty();
    }

    /** A comparison without which the same fields are shown. */
    private static Stream<Remarque> useless(
            Definition definition, Champ champ, Condition condition) {
        var terms = terms(condition);
        for (int i = 0; i < terms.size() && terms.size() > 1; i++) {
            var left = new ArrayList<>(terms);
            left.remove(i);
            var shorter = left.size() == 1 ? left.getFirst() : like(condition, left);
            var solveur = Solveur.of(definition, champ.id(), List.of(condition, shorter));
            if (solveur.filter(it -> it.implied(0, 1) && it.implied(1, 0)).isPresent()) {
                return Stream.of(
                        Remarque.of(champ, "useless", i + 1)
                                .mendedBy(it -> Edits.replace(it, champ.withCondition(shorter))));
            }
        }
        return Stream.empty();
    }

    private static List<Condition> terms(Condition condition) {
        return switch (condition) {
            case Condition.And(var inner) -> inner;
            case Condition.Or(var inner) -> inner;
            case Condition.Compare _, Condition.Filled _, Condition.Empty _ -> List.of();
        };
    }

    private static Condition like(@Nullable Condition whole, List<Condition> terms) {
        return whole instanceof Condition.Or ? new Condition.Or(terms) : new Condition.And(terms);
    }
}
