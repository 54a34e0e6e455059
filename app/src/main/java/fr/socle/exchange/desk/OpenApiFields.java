package fr.socle.exchange.desk;

import static fr.socle.exchange.desk.OpenApiSchemas.properties;

import fr.socle.exchange.dataset.DataSet.Field;
import fr.socle.habilitations.spi.DataCatalogue.DataKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one answer: one per value, one per list. */
final class OpenApiFields {

    private final OpenApiSchemas schemas;
    private final String scope;
    private final List<Field> found = new ArrayList<>();

    OpenApiFields(OpenApiSchemas schemas, String scope) {
        this.schemas = schemas;
        this.scope = scope;
    }

    List<Field> found() {
        return found;
    }

    /**
     * @param code before the names of the members
     * @param pointer to what holds them
     */
    void below(@Nullable Object of, String code, String pointer, int depth) {
        for (var it : ((Map<?, ?>) properties(schemas.resolved(of))).entrySet()) {
            var name = String.valueOf(it.getKey());
            member(name, it.getValue(), code, pointer + "/" + name, depth);
        }
    }

    private void member(String name, @Nullable Object of, String prefix, String at, int depth) {
        var schema = schemas.resolved(of);
        var code = prefix + name;
        if (isList(schema)) {
            var pointers = new ArrayList<String>();
            leaves(schema.get("items"), at + "/*", pointers, depth);
            add(code, schema, DataKind.RECORDS, pointers);
        } else if (properties(schema).isEmpty() || depth > OpenApiSchemas.DEEPEST) {
            add(code, schema, kind(schema), List.of(at));
        } else {
            below(schema, code + ".", at, depth + 1);
        }
    }

    private void add(
            String code, Map<String, Object> schema, DataKind kind, List<String> pointers) {
        var label = OpenApiDescription.title(schema.get("title"), code);
        found.add(new Field(code, label, scope, kind, pointers));
    }

    private void leaves(@Nullable Object of, String pointer, List<String> into, int depth) {
        var schema = schemas.resolved(of);
        if (depth > OpenApiSchemas.DEEPEST) {
            return;
        }
        if (isList(schema)) {
            leaves(schema.get("items"), pointer + "/*", into, depth + 1);
        } else if (properties(schema).isEmpty()) {
            into.add(pointer);
        } else {
            for (var it : ((Map<?, ?>) properties(schema)).entrySet()) {
                leaves(it.getValue(), pointer + "/" + it.getKey(), into, depth + 1);
            }
        }
    }

    private static boolean isList(Map<String, Object> schema) {
        return type(schema).contains("array");
    }

    /** OpenAPI 3.1 writes {@code [string, "null"]} for what may be absent. */
    private static List<String> type(Map<String, Object> schema) {
        return schema.get("type") instanceof List<?> types
                ? types.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(schema.get("type")));
    }

    private static DataKind kind(Map<String, Object> schema) {
        var type = type(schema);
        if (type.contains("integer") || type.contains("number")) {
            return DataKind.NUMBER;
        }
        if (type.contains("boolean")) {
            return DataKind.FLAG;
        }
        return "date".equals(schema.get("format")) ? DataKind.DATE : DataKind.TEXT;
    }
}
