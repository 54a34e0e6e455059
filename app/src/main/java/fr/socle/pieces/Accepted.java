package fr.socle.pieces;

import fr.socle.pieces.type.FileKind;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a field accepts: these media types and nothing else. What can run (programs, scripts, HTML,
 * SVG, macros) is in no {@link Family}: it is accepted only where its own type was {@linkplain #and
 * added}.
 *
 * <pre>{@code Accepted.of(20_000_000, Family.PDF, Family.IMAGES)}</pre>
 *
 * @param types media types without parameters, as in {@code application/pdf}
 * @param maxBytes the greatest size; the house's own limit ({@code socle.pieces.max-size}) holds
 *     besides
 */
public record Accepted(Set<String> types, long maxBytes) {

    public Accepted {
        types = Set.copyOf(types);
        if (types.isEmpty() || maxBytes <= 0) {
            throw new IllegalArgumentException("a field accepts something");
        }
    }

    public static Accepted of(long maxBytes, Family... families) {
        return new Accepted(
                Arrays.stream(families)
                        .flatMap(it -> it.types().stream())
                        .collect(Collectors.toSet()),
                maxBytes);
    }

    /** This type too, whatever it can do. */
    public Accepted and(String type) {
        var more = new TreeSet<>(types);
        more.add(type);
        return new Accepted(more, maxBytes);
    }

    public boolean accepts(String type) {
        return types.contains(type);
    }

    /** For the {@code accept} attribute of a file input: types and extensions. */
    public String inputAccept() {
        return types.stream()
                .sorted()
                .flatMap(FileKind::inputAccept)
                .collect(Collectors.joining(","));
    }

    /** The formats as people call them: {@code JPEG, PDF, PNG}. */
    public String labels() {
        return types.stream()
                .map(FileKind::labelOf)
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
