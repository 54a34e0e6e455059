package fr.socle.demarches.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of a form, in the order in which they are asked. */
public record Definition(List<Champ> champs) {

    public static final Definition EMPTY = new Definition(List.of());

    public Definition {
        champs = List.copyOf(champs);
    }

    /** Every field, those of a repetition right after it. */
    public Stream<Champ> all() {
        return champs.stream().flatMap(Definition::withChildren);
    }

    public Optional<Champ> find(ChampId id) {
        return all().filter(it -> it.id().equals(id)).findFirst();
    }

    /** The repetition in which the field stands; empty at the root. */
    public Optional<Champ> parent(ChampId id) {
        return champs.stream()
                .filter(it -> children(it).stream().anyMatch(child -> child.id().equals(id)))
                .findFirst();
    }

    /**
     * The fields on which a condition of this one may stand: those asked before it, and those of
     * its own row. Not what stands in another repetition, which has many answers.
     */
    public List<Champ> earlier(ChampId id) {
        var before = new ArrayList<Champ>();
        for (var champ : champs) {
            if (champ.id().equals(id)) {
                return before;
            }
            var children = children(champ);
            if (children.stream().anyMatch(it -> it.id().equals(id))) {
                children.stream().takeWhile(it -> !it.id().equals(id)).forEach(before::add);
                return before;
            }
            before.add(champ);
        }
        return before;
    }

    /** The fields of a repetition; none for any other. */
    public static List<Champ> children(Champ champ) {
        return champ.type() instanceof ChampType.Repetition(var champs, _, _) ? champs : List.of();
    }

    private static Stream<Champ> withChildren(Champ champ) {
        return Stream.concat(
                Stream.of(champ), children(champ).stream().flatMap(Definition::withChildren));
    }
}
