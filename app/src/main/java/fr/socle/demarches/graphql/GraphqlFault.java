package fr.socle.demarches.graphql;

import fr.socle.demarches.graphql.read.Refus;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error in the form of the contract: a message for people, and a stable word in {@code
 * extensions.code}.
 */
record GraphqlFault(
        String message,
        String code,
        @Nullable List<SourceLocation> locations,
        @Nullable List<Object> path)
        implements GraphQLError {

    static GraphqlFault of(String message, String code) {
        return new GraphqlFault(message, code, null, null);
    }

    static GraphqlFault of(Refus refus, SourceLocation where, List<Object> path) {
        return new GraphqlFault(refus.reason(), refus.code(), List.of(where), path);
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public @Nullable List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public @Nullable List<Object> getPath() {
        return path;
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of("code", code);
    }

    /** As answers carry it. */
    @Override
    public Map<String, Object> toSpecification() {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("message", message);
        if (locations != null) {
            spec.put(
                    "locations",
                    locations.stream()
                            .map(it -> Map.of("line", it.getLine(), "column", it.getColumn()))
                            .toList());
        }
        if (path != null) {
            spec.put("path", path);
        }
        spec.put("extensions", getExtensions());
        return spec;
    }
}
