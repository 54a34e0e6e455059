package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Condition.Operator;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Conditions as JSON: {@code et}, {@code ou}, {@code comparer}, {@code rempli}, {@code vide}. */
final class ConditionJson {

    private static final int DEEPEST = 20;

    private ConditionJson() {}

    static ObjectNode write(Condition condition) {
        var node = JsonNodeFactory.instance.objectNode();
        return switch (condition) {
            case Condition.And(var inner) -> all(node.put("kind", "et"), inner);
            case Condition.Or(var inner) -> all(node.put("kind", "ou"), inner);
            case Condition.Filled(var champ) ->
                    node.put("kind", "rempli").put("champ", champ.value());
            case Condition.Empty(var champ) -> node.put("kind", "vide").put("champ", champ.value());
            case Condition.Compare(var champ, var operator, var with) -> {
                node.put("kind", "comparer").put("champ", champ.value());
                node.put("operator", operator.code());
                node.set("with", ValeurJson.tree(with));
                yield node;
            }
        };
    }

    private static ObjectNode all(ObjectNode node, List<Condition> inner) {
        var array = node.putArray("conditions");
        inner.forEach(it -> array.add(write(it)));
        return node;
    }

    static Condition read(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            throw new BadJson("condition");
        }
        return switch (Json.text(node, "kind")) {
            case "et" -> new Condition.And(all(node, depth));
            case "ou" -> new Condition.Or(all(node, depth));
            case "rempli" -> new Condition.Filled(Json.champId(node, "champ"));
            case "vide" -> new Condition.Empty(Json.champId(node, "champ"));
            case "comparer" ->
                    new Condition.Compare(
                            Json.champId(node, "champ"),
                            Operator.of(Json.text(node, "operator"))
                                    .orElseThrow(() -> new BadJson("operator")),
                            ValeurJson.valeur(Json.object(node, "with")));
            default -> throw new BadJson("condition.kind");
        };
    }

    private static List<Condition> all(JsonNode node, int depth) {
        var inner = new ArrayList<Condition>();
        Json.array(node, "conditions").forEach(it -> inner.add(read(it, depth + 1)));
        return inner;
    }
}
