package fr.socle.demarches.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The schema is the contract, type by type, field by field. */
@NullMarked
class SchemaTests {

    private static final GraphQLSchema SCHEMA =
            Wiring.schema(
                    (name, _, _) -> {
                        throw new AssertionError(name);
                    });

    @Test
    void everyTypeIsTheContracts() throws IOException {
        var wanted = new TreeMap<String, String>();
        for (var line : facts()) {
            if (!line.startsWith("#") && !line.startsWith("scalars")) {
                int colon = line.indexOf(": ");
                wanted.put(line.substring(0, colon), sorted(line.substring(colon + 2)));
            }
        }
        assertThat(served()).isEqualTo(wanted);
        assertThat(wanted).hasSizeGreaterThan(190);
    }

    @Test
    void everyScalarIsTheContracts() throws IOException {
        var line = facts().stream().filter(it -> it.startsWith("scalars")).findFirst();
        var wanted = List.of(line.orElseThrow().substring("scalars: ".length()).split(" · "));
        assertThat(SCHEMA.getAllTypesAsList().stream().filter(GraphQLScalarType.class::isInstance))
                .extracting(GraphQLNamedType::getName)
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void whatIsDeprecatedSaysWhatToReadInstead() {
        assertThat(SCHEMA.getObjectType("Demarche").getFieldDefinition("champDescriptors"))
                .extracting(GraphQLFieldDefinition::getDeprecationReason)
                .isEqualTo("Read activeRevision.champDescriptors");
    }

    private static List<String> facts() throws IOException {
        try (var file = SchemaTests.class.getResourceAsStream("contract.txt")) {
            var text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().toList();
        }
    }

    private static TreeMap<String, String> served() {
        var served = new TreeMap<String, String>();
        for (var type : SCHEMA.getAllTypesAsList()) {
            if (type.getName().startsWith("__")) {
                continue;
            }
            switch (type) {
                case GraphQLObjectType it -> {
                    var above = it.getInterfaces();
                    var name = "type " + it.getName();
                    served.put(
                            above.isEmpty()
                                    ? name
                                    : name + " implements " + above.getFirst().getName(),
                            fields(it.getFieldDefinitions()));
                }
                case GraphQLInterfaceType it ->
                        served.put("interface " + it.getName(), fields(it.getFieldDefinitions()));
                case GraphQLInputObjectType it ->
                        served.put("input " + it.getName(), inputs(it.getFieldDefinitions()));
                case GraphQLEnumType it ->
                        served.put(
                                "enum " + it.getName(),
                                it.getValues().stream()
                                        .map(value -> value.getName())
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
                default -> {}
            }
        }
        return served;
    }

    private static String fields(List<GraphQLFieldDefinition> fields) {
        return fields.stream()
                .map(
                        it ->
                                it.getName()
                                        + arguments(it.getArguments())
                                        + ": "
                                        + shown(it.getType())
                                        + (it.isDeprecated() ? " †" : ""))
                .sorted()
                .collect(Collectors.joining(" · "));
    }

    private static String arguments(List<GraphQLArgument> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream()
                        .map(
                                it ->
                                        it.getName()
                                                + ": "
                                                + shown(it.getType())
                                                + (it.hasSetDefaultValue() ? " = \"ASC\"" : ""))
                        .sorted()
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String inputs(List<GraphQLInputObjectField> fields) {
        return fields.stream()
                .map(it -> it.getName() + ": " + shown(it.getType()) + defaultOf(it))
                .sorted()
                .collect(Collectors.joining(" · "));
    }

    private static String defaultOf(GraphQLInputObjectField field) {
        if (!field.hasSetDefaultValue()) {
            return "";
        }
        var value = field.getInputFieldDefaultValue().getValue();
        return " = "
                + switch (value) {
                    case graphql.language.BooleanValue it -> String.valueOf(it.isValue());
                    case graphql.language.ArrayValue _ -> "[]";
                    case null, default -> throw new AssertionError(field.getName() + value);
                };
    }

    private static String shown(GraphQLType type) {
        return GraphQLTypeUtil.simplePrint(type);
    }

    private static String sorted(String line) {
        var separator = line.contains(" · ") || line.contains(": ") ? " · " : ", ";
        return new TreeSet<>(List.of(line.split(separator)))
                .stream().map(String::strip).collect(Collectors.joining(separator));
    }
}
