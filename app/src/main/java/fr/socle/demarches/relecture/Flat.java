package fr.socle.demarches.relecture;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Definition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A form as one of its fields sees it: one list, in which its own repetition has one row. */
final class Flat {

    private Flat() {}

    /** The fields before this one; all of them for null. */
    static Definition around(Definition whole, @Nullable ChampId at) {
        var flat = new ArrayList<Champ>();
        for (var champ :
                Stream.concat(whole.champs().stream(), whole.annotations().stream()).toList()) {
            if (champ.id().equals(at)) {
                break;
            }
            flat.add(champ);
            var children = Definition.children(champ);
            if (children.stream().anyMatch(it -> it.id().equals(at))) {
                children.stream()
                        .takeWhile(it -> !it.id().equals(at))
                        .map(it -> within(champ, it))
                        .forEach(flat::add);
                break;
            }
        }
        return new Definition(flat);
    }

    /** A row is shown when its repetition is. */
    private static Champ within(Champ block, Champ child) {
        var outer = block.condition();
        var own = child.condition();
        if (outer == null || own == null) {
            return child.withCondition(outer == null ? own : outer);
        }
        return child.withCondition(new Condition.And(List.of(outer, own)));
    }

    /** The conditions that decide whether a field is shown: its own, and those of its titles. */
    static Stream<Condition> guards(Definition flat, ChampId id) {
        var titles = new ArrayDeque<Champ>();
        for (var champ : flat.champs()) {
            if (champ.type() instanceof ChampType.Titre(var level)) {
                titles.removeIf(
                        it -> it.type() instanceof ChampType.Titre(var open) && open >= level);
                titles.addLast(champ);
            }
            if (champ.id().equals(id)) {
                return Stream.concat(titles.stream(), Stream.of(champ))
                        .flatMap(it -> Stream.ofNullable(it.condition()));
            }
        }
        return Stream.empty();
    }

    /** Only these fields, and the titles, whose conditions govern what follows them. */
    static Definition kept(Definition flat, Set<ChampId> fields) {
        return new Definition(
                flat.champs().stream()
                        .filter(
                                it ->
                                        fields.contains(it.id())
                                                || it.type() instanceof ChampType.Titre)
                        .toList());
    }
}
