package fr.socle.demarches.definition;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers of several parts as JSON, beside those of {@link ValeurJson}. */
final class ComposeeJson {

    private ComposeeJson() {}

    static ObjectNode write(ObjectNode node, Valeur.Composee value) {
        switch (value) {
            case Valeur.Reference(var table, var code, var nom, var details) -> {
                node.put("kind", "reference").put("table", table);
                node.put("code", code).put("nom", nom);
                texts(node, "details", details);
            }
            case Valeur.Moment(var at) -> node.put("kind", "moment").put("at", at.toString());
            case Valeur.Paire(var primary, var secondary) ->
                    node.put("kind", "paire").put("primary", primary).put("secondary", secondary);
            case Valeur.Trace(var objets) -> objets(node.put("kind", "trace"), objets);
            case Valeur.Identite(var parts) -> texts(node.put("kind", "identite"), "parts", parts);
        }
        return node;
    }

    private static void texts(ObjectNode node, String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            var inner = node.putObject(name);
            new TreeMap<>(texts).forEach(inner::put);
        }
    }

    private static void objets(ObjectNode node, List<Valeur.Objet> objets) {
        var array = node.putArray("objets");
        for (var objet : objets) {
            array.addObject()
                    .put("kind", objet.kind())
                    .put("geometry", objet.geometry())
                    .put("label", objet.label());
        }
    }

    static Valeur read(JsonNode node) {
        return switch (Json.text(node, "kind")) {
            case "reference" ->
                    new Valeur.Reference(
                            Json.text(node, "table"),
                            Json.text(node, "code"),
                            Json.text(node, "nom"),
                            texts(node, "details"));
            case "moment" -> new Valeur.Moment(moment(node));
            case "paire" ->
                    new Valeur.Paire(Json.text(node, "primary"), Json.text(node, "secondary"));
            case "trace" -> new Valeur.Trace(objets(node));
            case "identite" -> new Valeur.Identite(texts(node, "parts"));
            default -> throw new BadJson("kind");
        };
    }

    private static LocalDateTime moment(JsonNode node) {
        try {
            return LocalDateTime.parse(Json.text(node, "at"));
        } catch (DateTimeException notAMoment) {
            throw new BadJson("at");
        }
    }

    private static List<Valeur.Objet> objets(JsonNode node) {
        var objets = new ArrayList<Valeur.Objet>();
        for (var objet : Json.array(node, "objets")) {
            objets.add(
                    new Valeur.Objet(
                            Json.text(objet, "kind"),
                            Json.text(objet, "geometry"),
                            Json.text(objet, "label")));
        }
        return objets;
    }

    static Map<String, String> texts(JsonNode node, String name) {
        var texts = new HashMap<String, String>();
        if (Json.has(node, name)) {
            var inner = Json.object(node, name);
            inner.properties().forEach(it -> texts.put(it.getKey(), Json.text(inner, it.getKey())));
        }
        return texts;
    }
}
