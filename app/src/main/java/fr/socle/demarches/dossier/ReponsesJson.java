package fr.socle.demarches.dossier;

import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ValeurJson;
import fr.socle.pieces.PieceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How answers are kept: the values as {@link ValeurJson} writes them, beside them where each comes
 * from and which documents were joined.
 */
public final class ReponsesJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReponsesJson() {}

    public static String write(Reponses reponses) {
        var root = JsonNodeFactory.instance.objectNode();
        root.set("reponses", JSON.readTree(ValeurJson.write(reponses.valeurs())));
        var provenances = root.putObject("provenances");
        new TreeMap<>(reponses.provenances())
                .forEach((champ, it) -> provenances.set(champ.value(), tree(it)));
        var joined = root.putObject("justificatifs");
        new TreeMap<>(reponses.justificatifs()).forEach((champ, it) -> pieces(joined, champ, it));
        return root.toString();
    }

    /**
     * @throws java.util.NoSuchElementException for a text that {@link #write} did not write
     */
    public static Reponses read(String json) {
        var root = JSON.readTree(json);
        return new Reponses(
                ValeurJson.read(root.required("reponses")).orThrow(),
                provenances(root.required("provenances")),
                justificatifs(root.required("justificatifs")));
    }

    private static ObjectNode tree(Provenance provenance) {
        var node = JsonNodeFactory.instance.objectNode();
        return switch (provenance) {
            case Provenance.Saisie _ -> node.put("kind", "saisie");
            case Provenance.Preremplie(var at) -> at(node.put("kind", "preremplie"), at);
            case Provenance.Federation(var at) -> at(node.put("kind", "federation"), at);
            case Provenance.Exchange(var reference, var provider, var at) ->
                    at(node.put("kind", "echange"), at)
                            .put("reference", reference)
                            .put("provider", provider);
            case Provenance.Decline(var at) -> at(node.put("kind", "decline"), at);
            case Provenance.ProviderUnavailable(var provider, var at) ->
                    at(node.put("kind", "indisponible"), at).put("provider", provider);
            case Provenance.NotFound(var provider, var at) ->
                    at(node.put("kind", "inconnu"), at).put("provider", provider);
            case Provenance.Unsuitable(var reference, var provider, var at) ->
                    at(node.put("kind", "inadapte"), at)
                            .put("reference", reference)
                            .put("provider", provider);
            case Provenance.Refused(var at) -> at(node.put("kind", "refuse"), at);
        };
    }

    private static ObjectNode at(ObjectNode node, Instant at) {
        return node.put("at", at.toString());
    }

    private static void pieces(ObjectNode joined, ChampId champ, List<PieceId> pieces) {
        var array = joined.putArray(champ.value());
        pieces.forEach(it -> array.add(it.toString()));
    }

    private static Map<ChampId, Provenance> provenances(JsonNode node) {
        var read = new LinkedHashMap<ChampId, Provenance>();
        for (var member : node.properties()) {
            read.put(new ChampId(member.getKey()), provenance(member.getValue()));
        }
        return read;
    }

    private static Provenance provenance(JsonNode node) {
        var kind = text(node, "kind");
        return switch (kind) {
            case "saisie" -> Provenance.SAISIE;
            case "preremplie" -> new Provenance.Preremplie(at(node));
            case "federation" -> new Provenance.Federation(at(node));
            case "echange" ->
                    new Provenance.Exchange(
                            text(node, "reference"), text(node, "provider"), at(node));
            case "decline" -> new Provenance.Decline(at(node));
            case "indisponible" ->
                    new Provenance.ProviderUnavailable(text(node, "provider"), at(node));
            case "inconnu" -> new Provenance.NotFound(text(node, "provider"), at(node));
            case "inadapte" ->
                    new Provenance.Unsuitable(
                            text(node, "reference"), text(node, "provider"), at(node));
            case "refuse" -> new Provenance.Refused(at(node));
            default -> throw new IllegalArgumentException("no provenance " + kind);
        };
    }

    private static Map<ChampId, List<PieceId>> justificatifs(JsonNode node) {
        var read = new LinkedHashMap<ChampId, List<PieceId>>();
        for (var member : node.properties()) {
            var pieces = new ArrayList<PieceId>();
            for (var piece : member.getValue()) {
                PieceId.read(piece.asString()).ifPresent(pieces::add);
            }
            read.put(new ChampId(member.getKey()), pieces);
        }
        return read;
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asString();
    }

    private static Instant at(JsonNode node) {
        return Instant.parse(text(node, "at"));
    }
}
