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
        return shown(definition.champs(), Map.of(), values);
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
        var seen = new LinkedHashMap<>(values);
        seen.keySet().retainAll(before(definition, repetition, outer));
        return shown(Definition.children(block.get()), seen, row);
    }

    private static Set<ChampId> before(
            Definition definition, ChampId repetition, Set<ChampId> outer) {
        var before = new LinkedHashSet<ChampId>();
        definition.earlier(repetition).stream()
                .map(Champ::id)
                .filter(outer::contains)
                .forEach(before::add);
        return before;
    }

    private static Set<ChampId> shown(
            List<Champ> champs, Map<ChampId, Valeur> around, Map<ChampId, Valeur> values) {
        var seen = new LinkedHashMap<>(around);
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

    private static void see(Champ champ, Map<ChampId, Valeur> values, Map<ChampId, Valeur> seen) {
        var value = values.get(champ.id());
        if (value != null) {
            seen.put(champ.id(), value);
        }
    }
}
