package fr.socle.demarches.graphql.read;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of the contract whose type depends on the data.
 *
 * @param values by the names of the fields; one that is absent is null
 */
record Fields(String type, Map<String, @Nullable Object> values) implements Shape {

    static Fields of(String type) {
        return new Fields(type, new HashMap<>());
    }

    Fields with(String field, @Nullable Object value) {
        values.put(field, value);
        return this;
    }

    @Override
    public @Nullable Object field(String name) {
        return values.get(name);
    }

    /** Nothing: what a person said does not belong in a log. */
    @Override
    public String toString() {
        return type;
    }
}
