package fr.socle.demarches.graphql.write;

import fr.socle.demarches.graphql.read.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mutation answers: its object, or why nothing was done. */
record Payload(Map<String, @Nullable Object> values) implements Shape {

    /** One reason, as the agent who uses the program reads it. */
    public record Reason(String message) {}

    static Payload done(String field, Object value) {
        return new Payload(new HashMap<>()).with(field, value);
    }

    static Payload refused(String why) {
        return new Payload(new HashMap<>()).told("errors", List.of(why));
    }

    Payload with(String field, Object value) {
        values.put(field, value);
        return this;
    }

    /**
     * @param field {@code errors} or {@code warnings}
     * @param reasons none: the field stays null
     */
    Payload told(String field, List<String> reasons) {
        return reasons.isEmpty() ? this : with(field, reasons.stream().map(Reason::new).toList());
    }

    Payload heard(Map<String, Object> input) {
        values.put("clientMutationId", input.get("clientMutationId"));
        return this;
    }

    @Override
    public String type() {
        return "Payload";
    }

    @Override
    public @Nullable Object field(String name) {
        return values.get(name);
    }
}
