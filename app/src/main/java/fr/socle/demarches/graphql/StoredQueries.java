package fr.socle.demarches.graphql;

import graphql.introspection.IntrospectionQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The queries that clients name by {@code queryId} instead of sending them. */
final class StoredQueries {

    private static final Map<String, String> QUERIES =
            Map.of(
                    "ds-query-v2", read("ds-query-v2.graphql"),
                    "ds-mutation-v2", read("ds-mutation-v2.graphql"),
                    "introspection", IntrospectionQuery.INTROSPECTION_QUERY);

    private StoredQueries() {}

    static Optional<String> find(String queryId) {
        return Optional.ofNullable(QUERIES.get(queryId));
    }

    static boolean isStored(String query) {
        return QUERIES.containsValue(query);
    }

    /** A file of the folder {@code schema}. */
    static String read(String name) {
        try (var file = StoredQueries.class.getResourceAsStream("schema/" + name)) {
            var bytes = Objects.requireNonNull(file, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
