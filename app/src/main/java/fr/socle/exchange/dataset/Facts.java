package fr.socle.exchange.dataset;

import fr.socle.exchange.dataset.DataSet.Field;
import fr.socle.habilitations.spi.DataCatalogue.DataKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from a minimised answer the facts that procedures take, each as its kind is written. */
public final class Facts {

    /** Because a double would change an amount. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private Facts() {}

    /**
     * @param document that {@link Minimiser} kept
     * @param kept the codes of the fields that it holds
     * @return by code; what the provider does not know is absent
     */
    public static Map<String, String> read(byte[] document, DataSet set, Set<String> kept) {
        var root = JSON.readTree(document);
        var facts = new HashMap<String, String>();
        for (var field : set.fields()) {
            var value = kept.contains(field.code()) ? at(root, field) : null;
            if (value != null && !value.isMissingNode() && !value.isNull()) {
                facts.put(field.code(), written(field.kind(), value));
            }
        }
        return facts;
    }

    private static @Nullable JsonNode at(JsonNode root, Field field) {
        var pointer = field.pointers().getFirst();
        var list = pointer.indexOf("/*");
        return field.kind() == DataKind.RECORDS
                ? root.at(list < 0 ? pointer : pointer.substring(0, list))
                : root.at(pointer);
    }

    private static String written(DataKind kind, JsonNode value) {
        return switch (kind) {
            case TEXT, DATE -> value.stringValue();
            case NUMBER -> value.decimalValue().toPlainString();
            case FLAG -> Boolean.toString(value.booleanValue());
            case RECORDS -> JSON.writeValueAsString(sorted(value));
        };
    }

    /** So that the same record is always written the same way. */
    private static Object sorted(JsonNode value) {
        if (value.isArray()) {
            List<Object> elements = new ArrayList<>();
            value.forEach(it -> elements.add(sorted(it)));
            return elements;
        }
        if (!value.isObject()) {
            return value;
        }
        var members = new TreeMap<String, Object>();
        for (var member : value.properties()) {
            if (!member.getValue().isNull()) {
                members.put(member.getKey(), sorted(member.getValue()));
            }
        }
        return members;
    }
}
