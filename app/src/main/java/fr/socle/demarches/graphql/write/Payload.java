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
        var payload = new Payload(new HashMap<>());
        payload.values.put(field, value);
        return payload;
    }

    static Payload refused(String why) {
        var payload = new Payload(new HashMap<>());
        payload.values.put("errors", List.of(new Reason(why)));
        return payload;
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
