package fr.socle.exchange.command;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.DataSet.Address;
import fr.socle.exchange.dataset.DataSet.Api;
import fr.socle.exchange.dataset.DataSet.Field;
import fr.socle.exchange.dataset.DataSet.Identification;
import fr.socle.exchange.dataset.DataSet.Secrecy;
import fr.socle.exchange.dataset.DataSet.Source;
import fr.socle.exchange.dataset.DataSet.Terms;
import fr.socle.habilitations.spi.DataCatalogue.DataKind;
import fr.socle.house.command.UsageError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Proposes the description of a data set from a provider's OpenAPI document (YAML or JSON) whose
 * answers have the envelope {@code data, links, meta}: one field per value, one per list. What a
 * document cannot tell (scopes, prefix, secrecy) is proposed to be corrected by hand.
 */
final class OpenApiDescription {

    private static final int LONGEST = 200;

    private final List<Field> fields = new ArrayList<>();

    private OpenApiDescription() {}

    /**
     * @param path as the document writes it
     */
    static DataSet propose(String document, String path) {
        var operation = in(in(in(read(document), "paths"), path), "get");
        var answer = operation;
        for (var name : List.of("responses", "200", "content", "application/json", "schema")) {
            answer = in(answer, name);
        }
        var reading = new OpenApiDescription();
        var code = code(path);
        for (var part : List.of("data", "links", "meta")) {
            var prefix = part.equals("data") ? "" : part + ".";
            reading.members(properties(properties(answer).get(part)), prefix, "/" + part, code);
        }
        return new DataSet(
                code,
                title(operation.get("summary"), code),
                address(path),
                new Source("99", code.toUpperCase(java.util.Locale.ROOT), path),
                new Terms(Secrecy.PERSONNEL, null, null, 60),
                reading.fields);
    }

    private static Map<String, Object> read(String document) {
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(document);
            return map(read);
        } catch (YAMLException unreadable) {
            throw new UsageError("ce n’est ni du YAML ni du JSON");
        }
    }

    private static Address address(String path) {
        var by =
                path.contains("{siren}")
                        ? Identification.SIREN
                        : path.contains("{siret}") ? Identification.SIRET : Identification.PIVOT;
        var api = by == Identification.PIVOT ? Api.PARTICULIER : Api.ENTREPRISE;
        return new Address(api, path.replaceFirst("/identite$", ""), by, false, List.of());
    }

    private void members(Map<String, Object> members, String code, String pointer, String scope) {
        members.forEach(
                (name, schema) -> {
                    var below = properties(schema);
                    var at = pointer + "/" + name;
                    if ("array".equals(map(schema).get("type"))) {
                        var pointers = new ArrayList<String>();
                        leaves(map(schema).get("items"), at + "/*", pointers);
                        add(code + name, schema, scope, DataKind.RECORDS, pointers);
                    } else if (below.isEmpty()) {
                        add(code + name, schema, scope, kind(map(schema)), List.of(at));
                    } else {
                        members(below, code + name + ".", at, scope);
                    }
                });
    }

    private void add(
            String code,
            @Nullable Object schema,
            String scope,
            DataKind kind,
            List<String> pointers) {
        var label = title(map(schema).get("title"), code);
        fields.add(new Field(code, label, scope.replace('-', '_'), kind, pointers));
    }

    private static void leaves(@Nullable Object schema, String pointer, List<String> into) {
        var members = properties(schema);
        if ("array".equals(map(schema).get("type"))) {
            leaves(map(schema).get("items"), pointer + "/*", into);
        } else if (members.isEmpty()) {
            into.add(pointer);
        } else {
            members.forEach((name, it) -> leaves(it, pointer + "/" + name, into));
        }
    }

    private static DataKind kind(Map<String, Object> schema) {
        return switch (String.valueOf(schema.get("type"))) {
            case "integer", "number" -> DataKind.NUMBER;
            case "boolean" -> DataKind.FLAG;
            default -> "date".equals(schema.get("format")) ? DataKind.DATE : DataKind.TEXT;
        };
    }

    /** The last words of the path that are no variable and no way to find a person. */
    private static String code(String path) {
        var words =
                path.replaceAll("\\{[^}]*}|/identite$|/france_connect$", "")
                        .replaceAll("[^a-z]+", "-")
                        .replaceAll("^-?v-|^-|-$", "");
        return words.isEmpty() ? "jeu" : words;
    }

    private static String title(@Nullable Object text, String otherwise) {
        var words = text == null ? "" : text.toString().replaceAll("\\s+", " ").strip();
        var title = words.isEmpty() ? otherwise : words;
        return title.substring(0, Math.min(LONGEST, title.length()));
    }

    private static Map<String, Object> in(Map<String, Object> map, String name) {
        var inside = map(map.get(name));
        if (inside.isEmpty()) {
            throw new UsageError("le document ne décrit pas « " + name + " »");
        }
        return inside;
    }

    private static Map<String, Object> properties(@Nullable Object schema) {
        return map(map(schema).get("properties"));
    }

    @SuppressWarnings("unchecked") // because a document's keys are texts, or were made so by in()
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
