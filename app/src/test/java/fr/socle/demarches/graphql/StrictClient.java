package fr.socle.demarches.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;

/**
 * Checks an answer against the facts of the contract alone: every field that was asked is there,
 * none is null that may not be, every value is of its type.
 */
@NullMarked
final class StrictClient {

    private static final String MOMENT =
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)";

    private final Map<String, Map<String, String>> types = new HashMap<>();
    private final Map<String, List<String>> enums = new HashMap<>();
    private final Map<String, String> above = new HashMap<>();

    StrictClient() throws IOException {
        try (var file = StrictClient.class.getResourceAsStream("contract.txt")) {
            var text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(it -> !it.startsWith("#")).forEach(this::learn);
        }
    }

    private void learn(String line) {
        int colon = line.indexOf(": ");
        var head = line.substring(0, colon).split(" ");
        var body = line.substring(colon + 2);
        if (head[0].equals("enum")) {
            enums.put(head[1], List.of(body.split(", ")));
        } else if (head[0].equals("type") || head[0].equals("interface")) {
            var fields = new LinkedHashMap<String, String>();
            for (var field : body.split(" · ")) {
                var name = field.replaceAll("[(:].*", "").strip();
                fields.put(name, field.replaceAll(".*: ", "").replace("†", "").strip());
            }
            types.put(head[1], fields);
            if (head.length > 3) {
                above.put(head[1], head[3]);
            }
        }
    }

    /**
     * @param variables decide what is included
     * @throws AssertionError for the first thing that a strict client would refuse
     */
    void check(String query, String operation, Map<String, Object> variables, JsonNode answer) {
        if (!answer.path("errors").isMissingNode()) {
            throw new AssertionError("errors: " + answer.path("errors"));
        }
        var document = Parser.parse(query);
        var wanted =
                document.getDefinitionsOfType(OperationDefinition.class).stream()
                        .filter(it -> operation.equals(it.getName()))
                        .findFirst()
                        .orElseThrow();
        var known = new HashMap<String, Object>();
        wanted.getVariableDefinitions().stream()
                .filter(it -> it.getDefaultValue() instanceof graphql.language.BooleanValue)
                .forEach(
                        it ->
                                known.put(
                                        it.getName(),
                                        ((graphql.language.BooleanValue) it.getDefaultValue())
                                                .isValue()));
        known.putAll(variables);
        var root =
                wanted.getOperation() == OperationDefinition.Operation.QUERY ? "Query" : "Mutation";
        new Walk(document, known).object(root, wanted.getSelectionSet(), answer.path("data"), "");
    }

    private final class Walk {

        private final Document document;
        private final Map<String, Object> variables;

        Walk(Document document, Map<String, Object> variables) {
            this.document = document;
            this.variables = variables;
        }

        void object(String type, SelectionSet set, JsonNode node, String path) {
            if (!node.isObject()) {
                throw new AssertionError(path + " is no object: " + node);
            }
            for (var selection : set.getSelections()) {
                switch (selection) {
                    case Field field -> field(type, field, node, path);
                    case InlineFragment it ->
                            part(
                                    type,
                                    it.getTypeCondition().getName(),
                                    it.getSelectionSet(),
                                    node,
                                    path);
                    case FragmentSpread it -> {
                        var fragment =
                                document.getDefinitionsOfType(FragmentDefinition.class).stream()
                                        .filter(one -> one.getName().equals(it.getName()))
                                        .findFirst()
                                        .orElseThrow();
                        part(
                                type,
                                fragment.getTypeCondition().getName(),
                                fragment.getSelectionSet(),
                                node,
                                path);
                    }
                    default -> throw new AssertionError(selection);
                }
            }
        }

        private void part(
                String type, String condition, SelectionSet set, JsonNode node, String path) {
            var concrete = node.has("__typename") ? node.path("__typename").asString() : type;
            if (condition.equals(concrete)
                    || condition.equals(above.get(concrete))
                    || condition.equals(type)) {
                object(concrete, set, node, path);
            }
        }

        private void field(String type, Field field, JsonNode node, String path) {
            var name = field.getResultKey();
            var here = path + "/" + name;
            if (field.getName().equals("__typename")) {
                if (!types.containsKey(node.path(name).asString())) {
                    throw new AssertionError(here + " is no type: " + node.path(name));
                }
                return;
            }
            if (!included(field)) {
                return;
            }
            var wanted = types.getOrDefault(type, Map.of()).get(field.getName());
            if (wanted == null || !node.has(name)) {
                throw new AssertionError(here + " of " + type + " is missing");
            }
            value(wanted, field, node.path(name), here);
        }

        private boolean included(Field field) {
            return field.getDirectives("include").stream()
                    .map(it -> it.getArgument("if").getValue())
                    .allMatch(
                            it ->
                                    !(it instanceof graphql.language.VariableReference named)
                                            || Boolean.TRUE.equals(variables.get(named.getName())));
        }

        private void value(String wanted, Field field, JsonNode node, String path) {
            if (node.isNull()) {
                if (wanted.endsWith("!")) {
                    throw new AssertionError(path + " may not be null");
                }
                return;
            }
            var type = wanted.replaceAll("!$", "");
            if (type.startsWith("[")) {
                if (!node.isArray()) {
                    throw new AssertionError(path + " is no list");
                }
                int i = 0;
                for (var each : node) {
                    value(type.substring(1, type.length() - 1), field, each, path + "/" + i++);
                }
            } else if (field.getSelectionSet() != null) {
                object(type, field.getSelectionSet(), node, path);
            } else if (!fits(type, node)) {
                throw new AssertionError(path + " is no " + type + ": " + node);
            }
        }

        private boolean fits(String type, JsonNode node) {
            return switch (type) {
                case "Int" -> node.isInt();
                case "Float" -> node.isNumber();
                case "Boolean" -> node.isBoolean();
                case "BigInt" -> node.isString() && node.asString().matches("-?\\d+");
                case "ISO8601DateTime" -> node.isString() && node.asString().matches(MOMENT);
                case "ISO8601Date" -> node.asString().matches("\\d{4}-\\d\\d-\\d\\d");
                case "URL" -> node.asString().matches("https?://.+");
                case "String", "ID" -> node.isString();
                default -> enums.getOrDefault(type, List.of()).contains(node.asString());
            };
        }
    }
}
