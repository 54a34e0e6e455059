package fr.socle.demarches.definition;

import fr.socle.pieces.Family;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The types of fields as JSON: {@code kind} is {@link ChampType#code}. */
final class TypeJson {

    private TypeJson() {}

    static ObjectNode write(ChampType type) {
        var node = JsonNodeFactory.instance.objectNode().put("kind", type.code());
        return switch (type) {
            case ChampType.Texte(var max, _) -> node.put("max", max);
            case ChampType.Nombre nombre -> nombre(node, nombre);
            case ChampType.Jour(var min, var max) -> put(put(node, "min", min), "max", max);
            case ChampType.Choix choix -> choix(node, choix);
            case ChampType.Pieces pieces -> pieces(node, pieces);
            case ChampType.Repetition(var champs, var min, var max) -> {
                node.put("min", min).put("max", max);
                node.set("champs", DefinitionJson.champs(champs));
                yield node;
            }
            case ChampType.Titre(var level) -> node.put("level", level);
            case ChampType.OuiNon _, ChampType.CaseACocher _, ChampType.Adresse _ -> node;
            case ChampType.Email _, ChampType.Telephone _, ChampType.Explication _ -> node;
        };
    }

    private static ObjectNode nombre(ObjectNode node, ChampType.Nombre nombre) {
        node.put("decimal", nombre.decimal()).put("unit", nombre.unit());
        var min = nombre.min();
        var max = nombre.max();
        put(node, "min", min == null ? null : min.toPlainString());
        return put(node, "max", max == null ? null : max.toPlainString());
    }

    private static ObjectNode choix(ObjectNode node, ChampType.Choix choix) {
        var options = node.putArray("options");
        choix.options().forEach(options::add);
        return node.put("other", choix.other());
    }

    private static ObjectNode pieces(ObjectNode node, ChampType.Pieces pieces) {
        var families = node.putArray("families");
        pieces.families().stream().sorted().forEach(it -> families.add(it.name()));
        return node.put("maxBytes", pieces.maxBytes());
    }

    private static ObjectNode put(ObjectNode node, String name, @Nullable Object value) {
        return value == null ? node : node.put(name, value.toString());
    }

    /**
     * @param depth 0 at the root, 1 within a repetition: there is no deeper
     */
    static ChampType read(JsonNode node, int depth) {
        return switch (Json.text(node, "kind")) {
            case "texte" -> new ChampType.Texte(Json.whole(node, "max"), false);
            case "texte-long" -> new ChampType.Texte(Json.whole(node, "max"), true);
            case "nombre" -> nombre(node);
            case "date" ->
                    new ChampType.Jour(Json.dayOrNull(node, "min"), Json.dayOrNull(node, "max"));
            case "oui-non" -> new ChampType.OuiNon();
            case "case" -> new ChampType.CaseACocher();
            case "choix" -> choix(node, false);
            case "choix-multiple" -> choix(node, true);
            case "adresse" -> new ChampType.Adresse();
            case "email" -> new ChampType.Email();
            case "telephone" -> new ChampType.Telephone();
            case "piece" ->
                    new ChampType.Pieces(
                            families(node), Json.wholeLong(node, "maxBytes", Long.MAX_VALUE));
            case "repetition" -> repetition(node, depth);
            case "titre" -> new ChampType.Titre(Json.whole(node, "level"));
            case "explication" -> new ChampType.Explication();
            default -> throw new BadJson("type.kind");
        };
    }

    private static ChampType nombre(JsonNode node) {
        return new ChampType.Nombre(
                Json.flag(node, "decimal"),
                Json.numberOrNull(node, "min"),
                Json.numberOrNull(node, "max"),
                Json.text(node, "unit"));
    }

    private static ChampType choix(JsonNode node, boolean multiple) {
        return new ChampType.Choix(Json.texts(node, "options"), multiple, Json.flag(node, "other"));
    }

    private static ChampType repetition(JsonNode node, int depth) {
        if (depth > 0) {
            throw new BadJson("type.champs");
        }
        return new ChampType.Repetition(
                DefinitionJson.champs(node, depth + 1),
                Json.whole(node, "min"),
                Json.whole(node, "max"));
    }

    private static Set<Family> families(JsonNode node) {
        var families = EnumSet.noneOf(Family.class);
        for (var name : Json.texts(node, "families")) {
            try {
                families.add(Family.valueOf(name));
            } catch (IllegalArgumentException unknown) {
                throw new BadJson("families");
            }
        }
        return families;
    }
}
