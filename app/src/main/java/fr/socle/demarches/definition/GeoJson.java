package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Places as GeoJSON (RFC 7946): a geometry, a feature or a collection of features, in WGS 84; or
 * one point as {@code latitude} and {@code longitude}, for who has no map at hand.
 */
final class GeoJson {

    static final int LONGEST = 200_000;
    private static final int MOST_OBJECTS = 200;
    private static final int MOST_POINTS = 20_000;
    private static final int LONGEST_LABEL = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> KINDS =
            Set.of(
                    "Point",
                    "LineString",
                    "Polygon",
                    "MultiPoint",
                    "MultiLineString",
                    "MultiPolygon");

    private final List<Valeur.Objet> objets = new ArrayList<>();
    private int points;

    private GeoJson() {}

    static Parsed<Valeur> read(Typed typed) {
        var text = typed.part("");
        return text.isEmpty()
                ? point(typed.part("latitude"), typed.part("longitude"))
                : collection(text);
    }

    /** The same objects, as they are read again. */
    static String text(List<Valeur.Objet> objets) {
        var root = JSON.createObjectNode().put("type", "FeatureCollection");
        var features = root.putArray("features");
        for (var objet : objets) {
            var feature = features.addObject().put("type", "Feature");
            feature.set("geometry", JSON.readTree(objet.geometry()));
            feature.putObject("properties").put("description", objet.label());
        }
        return root.toString();
    }

    private static Parsed<Valeur> point(String latitude, String longitude) {
        var lat = Numbers.plain(latitude);
        var lon = Numbers.plain(longitude);
        if (lat == null || lon == null) {
            return Parsed.invalid("demarches.saisie.map.point");
        }
        return collection(
                "{\"type\":\"Point\",\"coordinates\":[%s,%s]}"
                        .formatted(lon.toPlainString(), lat.toPlainString()));
    }

    private static Parsed<Valeur> collection(String text) {
        if (text.length() > LONGEST) {
            return Parsed.invalid("demarches.saisie.long", LONGEST, text.length() - LONGEST);
        }
        try {
            var reading = new GeoJson();
            reading.any(JSON.readTree(text));
            return reading.objets.isEmpty()
                    ? Parsed.invalid("demarches.saisie.map.empty")
                    : Parsed.valid(new Valeur.Trace(reading.objets));
        } catch (JacksonException notJson) {
            return Parsed.invalid("demarches.saisie.map.json");
        } catch (BadJson wrong) {
            return Parsed.invalid("demarches.saisie.map." + wrong.member());
        }
    }

    private void any(JsonNode node) {
        if (node.path("type").asString("").equals("FeatureCollection")) {
            node.path("features").forEach(this::feature);
        } else {
            feature(node);
        }
    }

    private void feature(JsonNode node) {
        boolean feature = node.path("type").asString("").equals("Feature");
        var geometry = feature ? node.path("geometry") : node;
        var label = node.path("properties").path("description").asString("");
        var kind = geometry.path("type").asString("");
        if (!KINDS.contains(kind)) {
            throw new BadJson("kind");
        }
        if (objets.size() >= MOST_OBJECTS) {
            throw new BadJson("many");
        }
        var coordinates = geometry.path("coordinates");
        nested(coordinates, depth(kind), kind.endsWith("Polygon"));
        objets.add(
                new Valeur.Objet(
                        kind,
                        "{\"type\":\"%s\",\"coordinates\":%s}".formatted(kind, coordinates),
                        FreeText.check(label, LONGEST_LABEL) instanceof Parsed.Valid<String>
                                ? label
                                : ""));
    }

    private static int depth(String kind) {
        return switch (kind) {
            case "Point" -> 0;
            case "LineString", "MultiPoint" -> 1;
            case "Polygon", "MultiLineString" -> 2;
            default -> 3;
        };
    }

    private void nested(JsonNode node, int depth, boolean rings) {
        if (!node.isArray() || node.isEmpty()) {
            throw new BadJson("coordinates");
        }
        if (depth == 0) {
            position(node);
            return;
        }
        if (rings
                && depth == 1
                && (node.size() < 4 || !node.get(0).equals(node.get(node.size() - 1)))) {
            throw new BadJson("ring");
        }
        node.forEach(it -> nested(it, depth - 1, rings));
    }

    private void position(JsonNode node) {
        if (++points > MOST_POINTS) {
            throw new BadJson("many");
        }
        if (node.size() < 2 || !node.get(0).isNumber() || !node.get(1).isNumber()) {
            throw new BadJson("coordinates");
        }
        if (Math.abs(node.get(0).doubleValue()) > 180 || Math.abs(node.get(1).doubleValue()) > 90) {
            throw new BadJson("range");
        }
    }
}
