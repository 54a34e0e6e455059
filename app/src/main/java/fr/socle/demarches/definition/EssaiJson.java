package fr.socle.demarches.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The cases of a form as JSON. */
final class EssaiJson {

    private EssaiJson() {}

    static void write(ArrayNode array, List<Essai> essais) {
        for (var essai : essais) {
            var node = array.addObject().put("name", essai.name());
            node.set("reponses", ValeurJson.trees(essai.reponses()));
            ids(node, "shown", essai.shown());
            ids(node, "hidden", essai.hidden());
            ids(node, "demanded", essai.demanded());
            var results = node.putObject("results");
            new TreeMap<>(essai.results()).forEach((id, text) -> results.put(id.value(), text));
        }
    }

    private static void ids(ObjectNode node, String name, Collection<ChampId> ids) {
        var array = node.putArray(name);
        new TreeSet<>(ids).forEach(it -> array.add(it.value()));
    }

    static List<Essai> read(JsonNode array) {
        var essais = new ArrayList<Essai>();
        for (var node : array) {
            if (essais.size() >= Essai.MOST) {
                throw new BadJson("essais");
            }
            essais.add(essai(node));
        }
        return essais;
    }

    private static Essai essai(JsonNode node) {
        var results = new LinkedHashMap<ChampId, String>();
        ComposeeJson.texts(node, "results").forEach((id, text) -> results.put(id(id), text));
        return new Essai(
                Json.text(node, "name"),
                ValeurJson.valeurs(Json.object(node, "reponses")),
                ids(node, "shown"),
                ids(node, "hidden"),
                ids(node, "demanded"),
                results);
    }

    private static Set<ChampId> ids(JsonNode node, String name) {
        var ids = new HashSet<ChampId>();
        if (Json.has(node, name)) {
            Json.texts(node, name).forEach(it -> ids.add(id(it)));
        }
        return ids;
    }

    private static ChampId id(String text) {
        return ChampId.of(text).orElseThrow(() -> new BadJson("essais"));
    }
}
