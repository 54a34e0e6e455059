package fr.socle.avis.observatoire.edition;

import fr.socle.avis.observatoire.indicator.Board;
import fr.socle.avis.observatoire.indicator.Indicator;
import fr.socle.avis.observatoire.indicator.Level;
import fr.socle.avis.observatoire.indicator.Value;
import fr.socle.avis.observatoire.indicator.Value.Why;
import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.avis.observatoire.listing.ListedDemarche.Facts;
import fr.socle.avis.observatoire.listing.OnceOnly;
import fr.socle.avis.observatoire.listing.Online;
import fr.socle.avis.observatoire.listing.SignIn;
import fr.socle.avis.observatoire.listing.Worded;
import fr.socle.directory.OrganisationId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an edition keeps a line: the values as they were judged then, so that later thresholds change
 * nothing of it.
 */
final class LineJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LineJson() {}

    static String write(Board.Line line) {
        var node = JsonNodeFactory.instance.objectNode();
        var demarche = line.demarche();
        node.put("id", demarche.id().toString());
        node.put("organisation", demarche.organisation().toString());
        node.put("onSocle", demarche.onSocle());
        facts(node.putObject("facts"), demarche.facts());
        node.put("opinions", line.opinions());
        node.put("volumeOnline", line.volumeOnline());
        var declared = line.declaredOn();
        node.put("declaredOn", declared == null ? null : declared.toString());
        var values = node.putObject("values");
        for (var it : Indicator.values()) {
            value(values.putObject(it.slug()), line.value(it));
        }
        return node.toString();
    }

    private static void facts(ObjectNode node, Facts facts) {
        node.put("name", facts.name())
                .put("address", facts.address())
                .put("administration", facts.administration())
                .put("ministere", facts.ministere())
                .put("online", facts.online().code())
                .put("volume", facts.volume())
                .put("onceOnly", facts.onceOnly().code())
                .put("signIn", facts.signIn().code());
        var audiences = node.putArray("audiences");
        facts.audiences().forEach(audiences::add);
    }

    private static void value(ObjectNode node, Value value) {
        switch (value) {
            case Value.Measured(var number, var level) ->
                    node.put("number", number.toPlainString()).put("level", level.code());
            case Value.Said(var word, var level) ->
                    node.put("word", word).put("level", level.code());
            case Value.Missing(var why) -> node.put("missing", why.name());
        }
    }

    static Board.Line read(String json) {
        var node = JSON.readTree(json);
        var demarche =
                new ListedDemarche(
                        UUID.fromString(node.required("id").asString()),
                        new OrganisationId(
                                UUID.fromString(node.required("organisation").asString())),
                        node.required("onSocle").asBoolean(),
                        facts(node.required("facts")),
                        0);
        var declared = node.required("declaredOn");
        return new Board.Line(
                demarche,
                node.required("opinions").asLong(),
                number(node.required("volumeOnline")),
                declared.isNull() ? null : LocalDate.parse(declared.asString()),
                values(node.required("values")));
    }

    private static Facts facts(JsonNode node) {
        var audiences = new ArrayList<String>();
        node.required("audiences").forEach(it -> audiences.add(it.asString()));
        return new Facts(
                node.required("name").asString(),
                node.required("address").asString(),
                node.required("administration").asString(),
                node.required("ministere").asString(),
                Worded.ofCode(Online.values(), node.required("online").asString()),
                List.copyOf(audiences),
                number(node.required("volume")),
                null,
                OnceOnly.parse(node.required("onceOnly").asString()).orThrow(),
                Worded.ofCode(SignIn.values(), node.required("signIn").asString()),
                "");
    }

    private static @Nullable Long number(JsonNode node) {
        return node.isNull() ? null : node.asLong();
    }

    private static Map<Indicator, Value> values(JsonNode node) {
        var values = new EnumMap<Indicator, Value>(Indicator.class);
        for (var it : Indicator.values()) {
            values.put(it, value(node.required(it.slug())));
        }
        return values;
    }

    private static Value value(JsonNode node) {
        if (node.has("missing")) {
            return new Value.Missing(Why.valueOf(node.required("missing").asString()));
        }
        var level = Level.valueOf(node.required("level").asString().toUpperCase(Locale.ROOT));
        return node.has("number")
                ? new Value.Measured(new BigDecimal(node.required("number").asString()), level)
                : new Value.Said(node.required("word").asString(), level);
    }
}
