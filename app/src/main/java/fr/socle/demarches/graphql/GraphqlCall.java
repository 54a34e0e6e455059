package fr.socle.demarches.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call: {@code {"query" | "queryId", "operationName", "variables"}}.
 *
 * @param stored whether the query was named, not sent
 */
record GraphqlCall(
        String query,
        @Nullable String operationName,
        Map<String, Object> variables,
        boolean stored) {

    /** Of a body; a query is shorter, its variables hold no file. */
    static final int MOST_BYTES = 500_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> MAP =
            new TypeReference<>() {};

    /** What was read, or why it cannot be. */
    sealed interface Read {

        record Good(GraphqlCall call) implements Read {}

        record Bad(int status, GraphqlFault fault) implements Read {}
    }

    static Read read(InputStream body) throws IOException {
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return bad(
                    413, "The body is larger than " + MOST_BYTES + " bytes", "payload_too_large");
        }
        try {
            return read(JSON.readTree(bytes));
        } catch (JacksonException | IllegalArgumentException notJson) {
            return bad(400, "The body is not a JSON object of this API", "bad_request");
        }
    }

    private static Read read(JsonNode root) {
        var id = text(root, "queryId");
        var query = id == null ? text(root, "query") : StoredQueries.find(id).orElse(null);
        if (query == null) {
            return id == null
                    ? bad(400, "Give a query, or the queryId of a stored one", "bad_request")
                    : bad(400, "There is no stored query with this queryId", "bad_request");
        }
        return new Read.Good(
                new GraphqlCall(query, text(root, "operationName"), variables(root), id != null));
    }

    /** Some clients send the variables as a text that holds JSON. */
    private static Map<String, Object> variables(JsonNode root) {
        var node = root.path("variables");
        var object = node.isString() ? JSON.readTree(node.asString()) : node;
        return object.isObject() ? JSON.convertValue(object, MAP) : Map.of();
    }

    private static @Nullable String text(JsonNode root, String name) {
        var node = root.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw new IllegalArgumentException(name);
        }
        return node.asString().isBlank() ? null : node.asString();
    }

    private static Read bad(int status, String message, String code) {
        return new Read.Bad(status, GraphqlFault.of(message, code));
    }
}
