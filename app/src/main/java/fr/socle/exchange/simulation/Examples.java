package fr.socle.exchange.simulation;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.habilitations.spi.DataCatalogue.DataKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes up a whole answer of a provider from the description of its data set: each place that the
 * contract names, with a value that nobody could take for a real one. A list has one element.
 */
final class Examples {

    private static final String TEXT = "EXEMPLE";
    private static final int NUMBER = 123;
    private static final String DATE = "2000-01-31";

    private Examples() {}

    /** The answer, in UTF-8. */
    static byte[] answer(DataSet set) {
        var root = new LinkedHashMap<String, Object>();
        for (var field : set.fields()) {
            for (var pointer : field.pointers()) {
                put(root, tokens(pointer), value(field.kind()));
            }
        }
        return JsonMapper.shared().writeValueAsBytes(root);
    }

    private static Object value(DataKind kind) {
        return switch (kind) {
            case TEXT, RECORDS -> TEXT;
            case NUMBER -> NUMBER;
            case DATE -> DATE;
            case FLAG -> true;
        };
    }

    private static List<String> tokens(String pointer) {
        return List.of(pointer.substring(1).split("/", -1)).stream()
                .map(it -> it.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    /** What lies below a place that holds a value already stays out: no answer can have both. */
    @SuppressWarnings("unchecked") // because only this method makes these lists and maps
    private static void put(Object at, List<String> tokens, Object value) {
        var name = tokens.getFirst();
        var rest = tokens.subList(1, tokens.size());
        var star = !rest.isEmpty() && rest.getFirst().equals("*");
        Object below = star ? new ArrayList<>() : new LinkedHashMap<>();
        var present =
                at instanceof Map<?, ?>
                        ? ((Map<String, Object>) at)
                                .computeIfAbsent(name, _ -> rest.isEmpty() ? value : below)
                        : element((List<Object>) at, rest.isEmpty() ? value : below);
        if (!rest.isEmpty() && (present instanceof Map || present instanceof List)) {
            put(present, rest, value);
        }
    }

    private static Object element(List<Object> list, Object fresh) {
        if (list.isEmpty()) {
            list.add(fresh);
        }
        return list.getFirst();
    }
}
