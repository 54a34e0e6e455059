package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Options.Option;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The answers of a list as JSON: a text while the option has its first name and no column besides,
 * else {@code {"id":…,"label":…,"details":{…}}}.
 */
final class OptionsJson {

    private OptionsJson() {}

    static void write(ArrayNode array, Options options) {
        for (var option : options.all()) {
            if (!option.renamed() && option.details().isEmpty()) {
                array.add(option.label());
            } else {
                var node = array.addObject().put("id", option.id()).put("label", option.label());
                if (!option.details().isEmpty()) {
                    var details = node.putObject("details");
                    new TreeMap<>(option.details()).forEach(details::put);
                }
            }
        }
    }

    static Options read(JsonNode array) {
        var options = new ArrayList<Option>();
        for (var node : array) {
            options.add(option(node));
        }
        return new Options(options);
    }

    private static Option option(JsonNode node) {
        if (node.isString()) {
            return Option.of(node.stringValue());
        }
        if (!node.isObject()) {
            throw new BadJson("options");
        }
        Map<String, String> details = ComposeeJson.texts(node, "details");
        return new Option(Json.text(node, "id"), Json.text(node, "label"), details);
    }
}
