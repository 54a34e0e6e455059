package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Condition.Operator;
import fr.socle.kernel.Cog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with the condition of a field, given the fields before it. */
final class ConditionCheck {

    private static final int DEEPEST = 5;
    private static final int MOST_TERMS = 50;

    private final Definition definition;
    private final Champ champ;
    private final String part;
    private final List<Champ> earlier;
    private final List<Problem> problems = new ArrayList<>();

    private ConditionCheck(Definition definition, Champ champ, String part) {
        this.definition = definition;
        this.champ = champ;
        this.part = part;
        this.earlier = definition.earlier(champ.id());
    }

    static List<Problem> check(Definition definition, Champ champ) {
        var problems = new ArrayList<Problem>();
        problems.addAll(check(definition, champ, champ.condition(), "condition"));
        problems.addAll(check(definition, champ, champ.obligation(), "obligation"));
        return problems;
    }

    private static List<Problem> check(
            Definition definition, Champ champ, @Nullable Condition condition, String part) {
        if (condition == null) {
            return List.of();
        }
        var check = new ConditionCheck(definition, champ, part);
        check.check(condition, 1);
        if (condition.sources().count() > MOST_TERMS) {
            check.refuse("many", MOST_TERMS);
        }
        return check.problems;
    }

    private void check(Condition condition, int depth) {
        if (depth > DEEPEST) {
            refuse("deep", DEEPEST);
            return;
        }
        switch (condition) {
            case Condition.And(var inner) -> all(inner, depth);
            case Condition.Or(var inner) -> all(inner, depth);
            case Condition.Filled(var source) -> filled(source);
            case Condition.Empty(var source) -> filled(source);
            case Condition.Compare compare -> compare(compare);
        }
    }

    private void all(List<Condition> inner, int depth) {
        if (inner.isEmpty()) {
            refuse("empty");
        }
        inner.forEach(it -> check(it, depth + 1));
    }

    private void filled(ChampId id) {
        var source = definition.find(id);
        if (available(id) && !source.orElseThrow().type().asks()) {
            refuse("incompatible", source.orElseThrow().label());
        }
    }

    private void compare(Condition.Compare compare) {
        if (!available(compare.champ())) {
            return;
        }
        var source = definition.find(compare.champ()).orElseThrow();
        if (!Operator.on(source.type()).contains(compare.operator())) {
            refuse("incompatible", source.label());
        } else {
            constant(source, compare);
        }
    }

    /** Says why the source cannot be read: gone, of another block, or asked too late. */
    private boolean available(ChampId id) {
        if (earlier.stream().anyMatch(it -> it.id().equals(id))) {
            return true;
        }
        var source = definition.find(id);
        if (source.isEmpty()) {
            refuse("missing");
        } else if (inAnotherBlock(id)) {
            refuse("block", source.get().label());
        } else {
            refuse("later", source.get().label());
        }
        return false;
    }

    private boolean inAnotherBlock(ChampId id) {
        var block = definition.parent(id);
        return block.isPresent() && !block.equals(definition.parent(champ.id()));
    }

    private void constant(Champ source, Condition.Compare compare) {
        var with = compare.with();
        switch (Comparison.of(source.type())) {
            case NUMBER -> need(with instanceof Valeur.Nombre, "number", source);
            case DAY -> need(with instanceof Valeur.Jour, "date", source);
            case YES_NO -> need(with instanceof Valeur.OuiNon, "yes-no", source);
            case OPTION, OPTIONS -> option(source, Offered.by(source.type()).ids(), with);
            case TEXT ->
                    need(with instanceof Valeur.Texte(var it) && !it.isBlank(), "text", source);
            case PLACE -> area(source, compare);
            case CODE -> code(source, with);
            case CODE_OF_PLACE -> {
                if (equality(compare.operator())) {
                    code(source, with);
                } else {
                    area(source, compare);
                }
            }
            case NONE -> {}
        }
    }

    private static boolean equality(Operator operator) {
        return operator == Operator.EGAL || operator == Operator.DIFFERENT;
    }

    private void code(Champ source, Valeur with) {
        var known = with instanceof Valeur.Texte(var it) && Offered.has(source.type(), it);
        if (!known) {
            refuse("option", with instanceof Valeur.Texte(var it) ? it : "", source.label());
        }
    }

    private void option(Champ source, List<String> options, Valeur with) {
        var listed = with instanceof Valeur.Texte(var text) && options.contains(text);
        if (options.isEmpty()) {
            refuse("options", source.label());
        } else if (!listed) {
            refuse("option", with instanceof Valeur.Texte(var text) ? text : "", source.label());
        }
    }

    private void area(Champ source, Condition.Compare compare) {
        var code = compare.with() instanceof Valeur.Texte(var text) ? text : "";
        switch (compare.operator()) {
            case DANS_LA_REGION, HORS_DE_LA_REGION ->
                    need(
                            Cog.regions().stream().anyMatch(it -> it.value().equals(code)),
                            "region",
                            source);
            case DANS_LE_DEPARTEMENT, HORS_DU_DEPARTEMENT ->
                    need(
                            Cog.departements().stream().anyMatch(it -> it.value().equals(code)),
                            "departement",
                            source);
            case EGAL, DIFFERENT, INFERIEUR, INFERIEUR_OU_EGAL -> {}
            case SUPERIEUR, SUPERIEUR_OU_EGAL, CONTIENT, NE_CONTIENT_PAS -> {}
        }
    }

    private void need(boolean right, String key, Champ source) {
        if (!right) {
            refuse(key, source.label());
        }
    }

    private void refuse(String key, Object... arguments) {
        problems.add(Problem.blocking(champ, part, "demarches.check.condition." + key, arguments));
    }
}
