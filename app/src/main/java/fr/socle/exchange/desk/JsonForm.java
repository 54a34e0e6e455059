package fr.socle.exchange.desk;

import fr.socle.kernel.Refusal;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.form.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object as the form that a person fills, whose fields are named by path: {@code
 * data_set.fields.0.code}. A member that does not exist, a value where a list is wanted and the
 * other way round are errors of the form.
 */
public final class JsonForm {

    private final Set<String> known;
    private final Set<String> lists;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Refusal> faults = new LinkedHashMap<>();

    private JsonForm(Set<String> known, Set<String> lists) {
        this.known = known;
        this.lists = lists;
    }

    /**
     * @param known the paths of values, with {@code *} for a place in a list of objects
     * @param lists those among them that are lists of values
     */
    public static Form of(Map<String, ?> body, Set<String> known, Set<String> lists) {
        var reading = new JsonForm(known, lists);
        body.forEach((name, value) -> reading.put(name, name, value));
        var form = JsonBody.form(reading.values);
        reading.faults.forEach(form::reject);
        return form;
    }

    private void put(String path, String shape, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Map<?, ?> object when !object.isEmpty() ->
                    object.forEach((name, it) -> put(path + "." + name, shape + "." + name, it));
            case List<?> list when !lists.contains(shape) -> objects(path, shape, list);
            case List<?> list when !list.stream().allMatch(JsonForm::isScalar) ->
                    faults.put(path, Refusal.of("ui.json.element"));
            case Object it when !known.contains(shape) ->
                    faults.put(path, Refusal.of("exchange.desk.member"));
            case List<?> list -> values.put(path, list);
            case Object it when lists.contains(shape) || it instanceof Map ->
                    faults.put(path, Refusal.of("ui.json.list"));
            case Object it -> values.put(path, it);
        }
    }

    private void objects(String path, String shape, List<?> list) {
        if (known.contains(shape)) {
            faults.put(path, Refusal.of("ui.json.scalar"));
        }
        for (int i = 0; i < list.size(); i++) {
            put(path + "." + i, shape + ".*", list.get(i));
        }
    }

    private static boolean isScalar(@Nullable Object value) {
        return value != null && !(value instanceof Map) && !(value instanceof List);
    }
}
