package fr.socle.demarches.definition;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which fields are shown, given the answers. One pass suffices because a condition only reads
 * earlier fields. What a hidden field once answered counts for nothing, and is not lost.
 */
public final class Visibility {

    private Visibility() {}

    /**
     * The fields of the form itself that are shown, in order. What one row of a repetition shows is
     * {@link #visibleIn}.
     */
    public static Set<ChampId> visible(Definition definition, Map<ChampId, Valeur> values) {
        return shown(definition.champs(), new LinkedHashMap<>(), values);
    }

    /**
     * The fields of one row that are shown, in order: they see the row and the form around it. None
     * when the repetition itself is hidden.
     *
     * @param values the answers of the whole form
     * @param row the answers of this row
     */
    public static Set<ChampId> visibleIn(
            Definition definition,
            ChampId repetition,
            Map<ChampId, Valeur> values,
            Map<ChampId, Valeur> row) {
        var outer = visible(definition, values);
        var block = definition.find(repetition);
        if (block.isEmpty() || !outer.contains(repetition)) {
            return Set.of();
        }
        return shown(Definition.children(block.get()), around(definition, repetition, values), row);
    }

    /** What counts before the repetition. */
    private static Map<ChampId, Valeur> around(
            Definition definition, ChampId repetition, Map<ChampId, Valeur> values) {
        var before = definition.earlier(repetition).stream().map(Champ::id).toList();
        var seen = counting(definition, values);
        seen.keySet().retainAll(before);
        return seen;
    }

    private static Set<ChampId> shown(
            List<Champ> champs, Map<ChampId, Valeur> seen, Map<ChampId, Valeur> values) {
        var shown = new LinkedHashSet<ChampId>();
        int hiddenPart = Integer.MAX_VALUE;
        for (var champ : champs) {
            int level = champ.type() instanceof ChampType.Titre(var it) ? it : Integer.MAX_VALUE;
            if (level <= hiddenPart) {
                hiddenPart = Integer.MAX_VALUE;
            }
            if (hiddenPart == Integer.MAX_VALUE && holds(champ, seen)) {
                shown.add(champ.id());
                see(champ, values, seen);
            } else if (hiddenPart == Integer.MAX_VALUE) {
                hiddenPart = level;
            }
        }
        return shown;
    }

    private static boolean holds(Champ champ, Map<ChampId, Valeur> seen) {
        var condition = champ.condition();
        return condition == null || Evaluation.holds(condition, seen);
    }

    /** What is computed is computed from what counts so far, and counts in its turn. */
    private static void see(Champ champ, Map<ChampId, Valeur> values, Map<ChampId, Valeur> seen) {
        var value =
                champ.type() instanceof Calcul
                        ? Calculs.result(champ, seen).orElse(null)
                        : values.get(champ.id());
        if (value != null) {
            seen.put(champ.id(), value);
        }
    }

    /** The answers that count: those of fields that are shown, and what is computed from them. */
    public static Map<ChampId, Valeur> counting(
            Definition definition, Map<ChampId, Valeur> values) {
        var seen = new LinkedHashMap<ChampId, Valeur>();
        shown(definition.champs(), seen, values);
        return seen;
    }

    /** As {@link #counting}, of one row and of the form around it. */
    public static Map<ChampId, Valeur> countingIn(
            Definition definition,
            ChampId repetition,
            Map<ChampId, Valeur> values,
            Map<ChampId, Valeur> row) {
        var seen = around(definition, repetition, values);
        definition.find(repetition).ifPresent(it -> shown(Definition.children(it), seen, row));
        return seen;
    }

    /** The same field, mandatory when its own condition demands it now. */
    public static Champ settled(Champ champ, Map<ChampId, Valeur> seen) {
        var obligation = champ.obligation();
        return obligation != null && Evaluation.holds(obligation, seen)
                ? champ.withMandatory(true)
                : champ;
    }
}
