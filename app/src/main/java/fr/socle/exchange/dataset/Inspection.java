package fr.socle.exchange.dataset;

import fr.socle.exchange.dataset.DataSet.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far an answer is what a description says: names of places, never a value.
 *
 * @param broken where the answer breaks the description; null when it does not
 * @param found the fields that it holds, in the order of the description
 * @param missing the fields that it does not hold
 * @param unnamed pointers to the places that no field names, at most {@link #MOST}; {@code *}
 *     stands for each element of a list
 */
public record Inspection(
        @Nullable String broken, List<Field> found, List<Field> missing, List<String> unnamed) {

    /** Of the places that no field names. */
    public static final int MOST = 100;

    /** A member whose name is something else may be named by what it holds. */
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_.-]{0,59}";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Inspection {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
        unnamed = List.copyOf(unnamed);
    }

    public static Inspection of(byte[] answer, DataSet set) {
        var codes = set.fields().stream().map(Field::code).collect(Collectors.toSet());
        return switch (Minimiser.minimise(answer, set, codes)) {
            case Minimiser.Outcome.Broken(var where) ->
                    new Inspection(where, List.of(), set.fields(), unnamed(answer, set, codes));
            case Minimiser.Outcome.Kept(_, var kept, _) ->
                    new Inspection(
                            null,
                            set.fields().stream().filter(it -> kept.contains(it.code())).toList(),
                            set.fields().stream().filter(it -> !kept.contains(it.code())).toList(),
                            unnamed(answer, set, codes));
        };
    }

    private static List<String> unnamed(byte[] answer, DataSet set, Set<String> codes) {
        var places = new LinkedHashSet<String>();
        try {
            walk(JSON.readTree(answer), Mask.of(set.fields(), codes), "", places);
        } catch (JacksonException notJson) {
            return List.of();
        }
        return List.copyOf(places);
    }

    private static void walk(JsonNode at, @Nullable Mask mask, String pointer, Set<String> places) {
        if (places.size() >= MOST || at.isNull()) {
            return;
        }
        if (mask == null) {
            places.add(pointer);
        } else if (at.isObject() && mask.isObject()) {
            at.properties()
                    .forEach(
                            it ->
                                    walk(
                                            it.getValue(),
                                            mask.below(it.getKey()),
                                            pointer + "/" + told(it.getKey()),
                                            places));
        } else if (at.isArray() && mask.elements() != null) {
            at.values().forEach(it -> walk(it, mask.elements(), pointer + "/*", places));
        } else if (at.isContainer() || mask.field() == null) {
            places.add(pointer);
        }
    }

    private static String told(String member) {
        return member.matches(NAME) ? member : "…";
    }
}
