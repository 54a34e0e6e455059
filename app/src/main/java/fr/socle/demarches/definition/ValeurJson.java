package fr.socle.demarches.definition;

import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.Parsed;
import fr.socle.pieces.PieceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How answers are kept: version 1, by field, in the order of the fields' ids, so that the same
 * answers always make the same text.
 *
 * <pre>{"version":1,"valeurs":{"abcd1234":{"kind":"texte","text":"…"}}}</pre>
 */
public final class ValeurJson {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ValeurJson() {}

    public static String write(Map<ChampId, Valeur> values) {
        var root = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        root.set("valeurs", trees(values));
        return root.toString();
    }

    /** Reads what {@link #write} wrote; anything else is refused and says where. */
    public static Parsed<Map<ChampId, Valeur>> read(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JacksonException notJson) {
            return Parsed.invalid("demarches.json.unreadable");
        }
    }

    /** The same, of a text that was read as JSON already. */
    public static Parsed<Map<ChampId, Valeur>> read(JsonNode root) {
        try {
            if (Json.whole(root, "version") != VERSION) {
                throw new BadJson("version");
            }
            return Parsed.valid(valeurs(Json.object(root, "valeurs")));
        } catch (BadJson wrong) {
            return Parsed.invalid("demarches.json.member", wrong.member());
        }
    }

    /** One answer. */
    public static ObjectNode tree(Valeur value) {
        var node = JsonNodeFactory.instance.objectNode();
        return switch (value) {
            case Valeur.Texte(var text) -> node.put("kind", "texte").put("text", text);
            case Valeur.Nombre(var number) ->
                    node.put("kind", "nombre").put("number", number.toPlainString());
            case Valeur.Jour(var day) -> node.put("kind", "date").put("day", day.toString());
            case Valeur.OuiNon(var yes) -> node.put("kind", "oui-non").put("yes", yes);
            case Valeur.Choix(var chosen) -> texts(node.put("kind", "choix"), "chosen", chosen);
            case Valeur.Adresse adresse -> adresse(node.put("kind", "adresse"), adresse);
            case Valeur.Pieces(var pieces) ->
                    texts(
                            node.put("kind", "pieces"),
                            "pieces",
                            pieces.stream().map(PieceId::toString).toList());
            case Valeur.Lignes(var lignes) -> lignes(node.put("kind", "lignes"), lignes);
            case Valeur.Composee composee -> ComposeeJson.write(node, composee);
        };
    }

    private static ObjectNode texts(ObjectNode node, String name, List<String> texts) {
        var array = node.putArray(name);
        texts.forEach(array::add);
        return node;
    }

    private static ObjectNode adresse(ObjectNode node, Valeur.Adresse adresse) {
        node.put("voie", adresse.voie()).put("complement", adresse.complement());
        node.put("codePostal", adresse.codePostal()).put("commune", adresse.commune());
        var code = adresse.code();
        return code == null ? node : node.put("code", code.value());
    }

    private static ObjectNode lignes(ObjectNode node, List<Valeur.Ligne> lignes) {
        var array = node.putArray("lignes");
        for (var ligne : lignes) {
            array.addObject()
                    .put("id", ligne.id().toString())
                    .set("valeurs", trees(ligne.valeurs()));
        }
        return node;
    }

    static ObjectNode trees(Map<ChampId, Valeur> values) {
        var node = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(values).forEach((id, value) -> node.set(id.value(), tree(value)));
        return node;
    }

    static Map<ChampId, Valeur> valeurs(JsonNode node) {
        var values = new LinkedHashMap<ChampId, Valeur>();
        for (var member : node.properties()) {
            var id = ChampId.of(member.getKey()).orElseThrow(() -> new BadJson("valeurs"));
            values.put(id, valeur(member.getValue()));
        }
        return values;
    }

    static Valeur valeur(JsonNode node) {
        return switch (Json.text(node, "kind")) {
            case "texte" -> new Valeur.Texte(Json.text(node, "text"));
            case "nombre" -> new Valeur.Nombre(Json.number(node, "number"));
            case "date" -> new Valeur.Jour(Json.day(node, "day"));
            case "oui-non" -> new Valeur.OuiNon(Json.flag(node, "yes"));
            case "choix" -> new Valeur.Choix(Json.texts(node, "chosen"));
            case "adresse" -> adresse(node);
            case "pieces" -> new Valeur.Pieces(pieces(node));
            case "lignes" -> new Valeur.Lignes(lignes(node));
            default -> ComposeeJson.read(node);
        };
    }

    private static Valeur adresse(JsonNode node) {
        return new Valeur.Adresse(
                Json.text(node, "voie"),
                Json.text(node, "complement"),
                Json.text(node, "codePostal"),
                Json.text(node, "commune"),
                Json.has(node, "code") ? code(Json.text(node, "code")) : null);
    }

    /** A code that a later table dropped is forgotten; the address stays. */
    private static @Nullable CodeCommune code(String text) {
        return switch (CodeCommune.parse(text)) {
            case Parsed.Valid<CodeCommune>(var code) -> code;
            case Parsed.Invalid<CodeCommune> _ -> null;
        };
    }

    private static List<PieceId> pieces(JsonNode node) {
        return Json.texts(node, "pieces").stream()
                .map(it -> PieceId.read(it).orElseThrow(() -> new BadJson("pieces")))
                .toList();
    }

    private static List<Valeur.Ligne> lignes(JsonNode node) {
        var lignes = new ArrayList<Valeur.Ligne>();
        for (var ligne : Json.array(node, "lignes")) {
            lignes.add(
                    new Valeur.Ligne(
                            Json.uuid(ligne, "id"), valeurs(Json.object(ligne, "valeurs"))));
        }
        return lignes;
    }
}
