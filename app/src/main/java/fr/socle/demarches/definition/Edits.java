package fr.socle.demarches.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes of a definition, each giving a new one. What names an unknown field changes nothing. */
public final class Edits {

    private Edits() {}

    /**
     * Puts a new field right after another one, in the same block; at the end of a repetition when
     * that is what it comes after and {@code inside}; at the end of the form after null.
     */
    public static Definition insert(
            Definition definition, Champ added, @Nullable ChampId after, boolean inside) {
        if (after == null) {
            return definition.withChamps(with(definition.champs(), added));
        }
        if (inside) {
            return replace(
                    definition,
                    after,
                    block -> withChildren(block, with(Definition.children(block), added)));
        }
        return within(definition, after, champs -> with(champs, index(champs, after) + 1, added));
    }

    public static Definition replace(Definition definition, Champ champ) {
        return replace(definition, champ.id(), _ -> champ);
    }

    public static Definition remove(Definition definition, ChampId id) {
        return within(
                definition,
                id,
                champs -> champs.stream().filter(it -> !it.id().equals(id)).toList());
    }

    /** Changes places with a neighbour; the first does not rise, the last does not sink. */
    public static Definition move(Definition definition, ChampId id, boolean up) {
        return within(
                definition,
                id,
                champs -> {
                    int from = index(champs, id);
                    int to = up ? from - 1 : from + 1;
                    var moved = new ArrayList<>(champs);
                    if (to >= 0 && to < champs.size()) {
                        Collections.swap(moved, from, to);
                    }
                    return moved;
                });
    }

    private static Definition replace(
            Definition definition, ChampId id, UnaryOperator<Champ> change) {
        return within(
                definition,
                id,
                champs ->
                        champs.stream()
                                .map(it -> it.id().equals(id) ? change.apply(it) : it)
                                .toList());
    }

    /** Adds an annotation at the end. */
    public static Definition annotate(Definition definition, Champ added) {
        return definition.withAnnotations(with(definition.annotations(), added));
    }

    /**
     * Changes the list in which the field stands: the form's own, the annotations, a repetition's.
     */
    private static Definition within(
            Definition definition, ChampId id, UnaryOperator<List<Champ>> change) {
        return new Definition(
                within(definition.champs(), id, change),
                within(definition.annotations(), id, change),
                definition.essais());
    }

    private static List<Champ> within(
            List<Champ> champs, ChampId id, UnaryOperator<List<Champ>> change) {
        if (index(champs, id) >= 0) {
            return change.apply(champs);
        }
        return champs.stream()
                .map(
                        it ->
                                index(Definition.children(it), id) < 0
                                        ? it
                                        : withChildren(it, change.apply(Definition.children(it))))
                .toList();
    }

    private static int index(List<Champ> champs, ChampId id) {
        for (int i = 0; i < champs.size(); i++) {
            if (champs.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Champ> with(List<Champ> champs, Champ added) {
        return with(champs, champs.size(), added);
    }

    private static List<Champ> with(List<Champ> champs, int at, Champ added) {
        var more = new ArrayList<>(champs);
        more.add(at, added);
        return more;
    }

    private static Champ withChildren(Champ block, List<Champ> children) {
        return block.type() instanceof ChampType.Repetition(_, var min, var max)
                ? block.withType(new ChampType.Repetition(children, min, max))
                : block;
    }
}
