package fr.socle.demarches.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields of a form, in the order in which they are asked.
 *
 * @param champs what the usager fills
 * @param annotations what the administration fills for itself; the usager never sees it
 * @param essais the cases to which its author holds it
 */
public record Definition(List<Champ> champs, List<Champ> annotations, List<Essai> essais) {

    public static final Definition EMPTY = new Definition(List.of());

    public Definition {
        champs = List.copyOf(champs);
        annotations = List.copyOf(annotations);
        essais = List.copyOf(essais);
    }

    /** A form without annotations. */
    public Definition(List<Champ> champs) {
        this(champs, List.of(), List.of());
    }

    public Definition withChamps(List<Champ> others) {
        return new Definition(others, annotations, essais);
    }

    public Definition withAnnotations(List<Champ> others) {
        return new Definition(champs, others, essais);
    }

    public Definition withEssais(List<Essai> others) {
        return new Definition(champs, annotations, others);
    }

    /** Every field of the usager, those of a repetition right after it. */
    public Stream<Champ> all() {
        return champs.stream().flatMap(Definition::withChildren);
    }

    /** Every field of the usager, then every annotation. */
    public Stream<Champ> everything() {
        return Stream.concat(all(), annotations.stream().flatMap(Definition::withChildren));
    }

    public Optional<Champ> find(ChampId id) {
        return everything().filter(it -> it.id().equals(id)).findFirst();
    }

    public boolean isAnnotation(ChampId id) {
        return annotations.stream()
                .flatMap(Definition::withChildren)
                .anyMatch(it -> it.id().equals(id));
    }

    /** The repetition in which the field stands; empty at the root. */
    public Optional<Champ> parent(ChampId id) {
        return roots().filter(it -> children(it).stream().anyMatch(child -> child.id().equals(id)))
                .findFirst();
    }

    /**
     * The fields on which a condition of this one may stand: those asked before it, and those of
     * its own row. Not what stands in another repetition, which has many answers. An annotation
     * comes after everything that the usager fills.
     */
    public List<Champ> earlier(ChampId id) {
        var before = new ArrayList<Champ>();
        for (var champ : roots().toList()) {
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

    private Stream<Champ> roots() {
        return Stream.concat(champs.stream(), annotations.stream());
    }

    private static Stream<Champ> withChildren(Champ champ) {
        return Stream.concat(
                Stream.of(champ), children(champ).stream().flatMap(Definition::withChildren));
    }
}
