package fr.socle.demarches.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The types of fields as JSON: {@code kind} is {@link ChampType#code}, then its settings by name. A
 * setting that is missing has its usual value, so that files are short and old ones are read.
 */
final class TypeJson {

    private TypeJson() {}

    static ObjectNode write(ChampType type) {
        var node = JsonNodeFactory.instance.objectNode().put("kind", type.code());
        var settings = Kinds.settings(type);
        for (var setting : Kinds.of(type).settings()) {
            write(node, setting, settings);
        }
        if (type instanceof ChampType.Repetition(var champs, _, _)) {
            node.set("champs", DefinitionJson.champs(champs));
        }
        return node;
    }

    private static void write(ObjectNode node, Setting setting, Settings settings) {
        var name = setting.name();
        var value = settings.value(name);
        switch (setting) {
            case Setting.Whole _, Setting.Degree _ -> node.put(name, settings.whole(name));
            case Setting.Bytes _ -> node.put(name, settings.number(name));
            case Setting.Flag _ -> node.put(name, settings.flag(name));
            case Setting.Line _, Setting.OneOf _ -> node.put(name, settings.text(name));
            case Setting.Lines _ -> lines(node, name, settings.text(name));
            case Setting.Decimal _, Setting.Day _ -> {
                if (value != null) {
                    node.put(name, DefinitionJson.text(value));
                }
            }
            case Setting.Choices _, Setting.Table _ ->
                    OptionsJson.write(node.putArray(name), settings.options(name));
            case Setting.SomeOf(_, _, _, var among) ->
                    words(node, name, among, settings.words(name));
        }
    }

    /** Line by line, as people read a file. */
    private static void lines(ObjectNode node, String name, String text) {
        var array = node.putArray(name);
        if (!text.isEmpty()) {
            List.of(text.split("\n", -1)).forEach(array::add);
        }
    }

    private static void words(ObjectNode node, String name, List<String> among, Set<String> words) {
        var array = node.putArray(name);
        among.stream().filter(words::contains).forEach(array::add);
    }

    /**
     * @param depth 0 at the root, 1 within a repetition: there is no deeper
     */
    static ChampType read(JsonNode node, int depth) {
        var kind = Kinds.find(Json.text(node, "kind")).orElseThrow(() -> new BadJson("type.kind"));
        var type = kind.usual();
        var settings = Kinds.settings(type);
        for (var setting : kind.settings()) {
            if (Json.has(node, setting.name())) {
                settings.put(setting.name(), value(node, setting));
            }
        }
        var read = Kinds.with(type, settings);
        return read instanceof ChampType.Repetition block ? repetition(node, block, depth) : read;
    }

    private static Object value(JsonNode node, Setting setting) {
        var name = setting.name();
        return switch (setting) {
            case Setting.Whole _, Setting.Degree _ -> Json.whole(node, name);
            case Setting.Bytes _ -> Json.wholeLong(node, name, Long.MAX_VALUE);
            case Setting.Flag _ -> Json.flag(node, name);
            case Setting.Line _ -> Json.text(node, name);
            case Setting.Lines _ -> String.join("\n", Json.texts(node, name));
            case Setting.Decimal _ -> Json.number(node, name);
            case Setting.Day _ -> Json.day(node, name);
            case Setting.Choices _, Setting.Table _ -> OptionsJson.read(Json.array(node, name));
            case Setting.OneOf(_, _, _, var among) -> among(among, Json.text(node, name), name);
            case Setting.SomeOf(_, _, _, var among) -> {
                var words = new HashSet<String>();
                Json.texts(node, name).forEach(it -> words.add(among(among, it, name)));
                yield words;
            }
        };
    }

    private static String among(List<String> among, String word, String name) {
        if (!among.contains(word)) {
            throw new BadJson(name);
        }
        return word;
    }

    private static ChampType repetition(JsonNode node, ChampType.Repetition block, int depth) {
        if (depth > 0) {
            throw new BadJson("type.champs");
        }
        return new ChampType.Repetition(
                DefinitionJson.champs(node, "champs", depth + 1), block.min(), block.max());
    }
}
