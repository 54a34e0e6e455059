package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a definition is kept and exchanged: version 1, words of ours and never a class name, so that
 * what was written once is read for ever: what was added since is a member that may be missing.
 *
 * <pre>{"version":1,"champs":[{"id":"…","label":"…","type":{"kind":"texte","max":200}}]}</pre>
 */
public final class DefinitionJson {

    static final int VERSION = 1;
    private static final int MOST = 2000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DefinitionJson() {}

    public static String write(Definition definition) {
        return tree(definition).toString();
    }

    public static ObjectNode tree(Definition definition) {
        var root = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        root.set("champs", champs(definition.champs()));
        if (!definition.annotations().isEmpty()) {
            root.set("annotations", champs(definition.annotations()));
        }
        if (!definition.essais().isEmpty()) {
            EssaiJson.write(root.putArray("essais"), definition.essais());
        }
        return root;
    }

    /** Reads what {@link #write} wrote; anything else is refused and says where. */
    public static Parsed<Definition> read(String json) {
        try {
            return Parsed.valid(definition(JSON.readTree(json)));
        } catch (JacksonException notJson) {
            return Parsed.invalid("demarches.json.unreadable");
        } catch (BadJson wrong) {
            return Parsed.invalid("demarches.json.member", wrong.member());
        }
    }

    /** As {@link #read}, of a tree that was parsed already. */
    public static Parsed<Definition> read(JsonNode tree) {
        try {
            return Parsed.valid(definition(tree));
        } catch (BadJson wrong) {
            return Parsed.invalid("demarches.json.member", wrong.member());
        }
    }

    /**
     * Where a definition cannot be read: every field that is wrong, not the first one only. Empty
     * when {@link #read} reads it.
     */
    public static List<String> faults(JsonNode root) {
        var faults = new ArrayList<String>();
        faults(root, "champs", "", 0, faults);
        if (Json.has(root, "annotations")) {
            faults(root, "annotations", "", 0, faults);
        }
        if (faults.isEmpty() && read(root) instanceof Parsed.Invalid<Definition>(var refusal)) {
            faults.add(String.valueOf(refusal.arguments().getFirst()));
        }
        return faults;
    }

    private static void faults(
            JsonNode parent, String name, String path, int depth, List<String> faults) {
        int number = 0;
        for (var node : parent.path(name)) {
            var here = path + name + "[" + number++ + "]";
            if (node.path("type").path("champs").isArray() && depth == 0) {
                faults(node.path("type"), "champs", here + ".type.", 1, faults);
            }
            try {
                champ(node, depth);
            } catch (BadJson wrong) {
                if (faults.stream().noneMatch(it -> it.startsWith(here + ".type."))) {
                    faults.add(here + "." + wrong.member());
                }
            }
        }
    }

    private static Definition definition(JsonNode root) {
        if (Json.whole(root, "version") != VERSION) {
            throw new BadJson("version");
        }
        return new Definition(
                champs(root, "champs", 0),
                Json.has(root, "annotations") ? champs(root, "annotations", 0) : List.of(),
                Json.has(root, "essais") ? EssaiJson.read(Json.array(root, "essais")) : List.of());
    }

    /** A number or a day, as every member writes it. */
    static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    static ArrayNode champs(List<Champ> champs) {
        var array = JsonNodeFactory.instance.arrayNode();
        champs.forEach(it -> array.add(champ(it)));
        return array;
    }

    static List<Champ> champs(JsonNode parent, String name, int depth) {
        var read = new ArrayList<Champ>();
        for (var node : Json.array(parent, name)) {
            read.add(champ(node, depth));
            if (read.size() > MOST) {
                throw new BadJson(name);
            }
        }
        return read;
    }

    private static ObjectNode champ(Champ champ) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", champ.id().value()).put("label", champ.label()).put("help", champ.help());
        node.put("mandatory", champ.mandatory());
        node.set("type", TypeJson.write(champ.type()));
        var condition = champ.condition();
        if (condition != null) {
            node.set("condition", ConditionJson.write(condition));
        }
        var obligation = champ.obligation();
        if (obligation != null) {
            node.set("obligation", ConditionJson.write(obligation));
        }
        var source = champ.source();
        if (source != null) {
            node.set("source", source(source));
        }
        return node;
    }

    private static Champ champ(JsonNode node, int depth) {
        return new Champ(
                Json.champId(node, "id"),
                Json.text(node, "label"),
                Json.text(node, "help"),
                Json.flag(node, "mandatory"),
                TypeJson.read(Json.object(node, "type"), depth),
                node.has("condition") ? ConditionJson.read(node.get("condition"), 0) : null,
                node.has("source") ? source(node.get("source")) : null,
                node.has("obligation") ? ConditionJson.read(node.get("obligation"), 0) : null);
    }

    private static ObjectNode source(Source source) {
        var node = JsonNodeFactory.instance.objectNode();
        return switch (source) {
            case Source.Identite(var claim) ->
                    node.put("kind", "identite").put("claim", claim.code());
            case Source.Echange(var dataset, var field) ->
                    node.put("kind", "echange").put("dataset", dataset).put("field", field);
        };
    }

    private static Source source(JsonNode node) {
        return switch (Json.text(node, "kind")) {
            case "identite" ->
                    new Source.Identite(
                            Source.Claim.of(Json.text(node, "claim"))
                                    .orElseThrow(() -> new BadJson("claim")));
            case "echange" ->
                    new Source.Echange(Json.text(node, "dataset"), Json.text(node, "field"));
            default -> throw new BadJson("source.kind");
        };
    }
}
