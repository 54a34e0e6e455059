package fr.socle.ui.api;

import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;

/**
 * Reads a JSON object as a {@link Form}, so that machines meet the very rules that people meet. A
 * member of an inner object is named by its path ({@code adresse.commune}), a list of scalars
 * becomes several values.
 */
public final class JsonBody {

    private JsonBody() {}

    /**
     * @param body as Jackson reads it into a {@code Map<String, Object>}
     */
    public static Form form(Map<String, ?> body) {
        var values = new LinkedMultiValueMap<String, String>();
        body.forEach((name, value) -> put(values, name, value));
        return Form.of(values);
    }

    /**
     * As {@link #form(Map)}, but the body must have the shape that the API describes: a member that
     * the record does not have, a value where it has a list, and anything but values in a list are
     * errors of the form.
     *
     * @param shape its components name the members; one of type {@link Collection} is a list
     */
    public static Form form(Map<String, ?> body, Class<? extends Record> shape) {
        var known = new TreeMap<String, Boolean>();
        for (var member : shape.getRecordComponents()) {
            known.put(member.getName(), Collection.class.isAssignableFrom(member.getType()));
        }
        var sound = new LinkedHashMap<String, @Nullable Object>();
        var faults = new LinkedHashMap<String, Refusal>();
        body.forEach(
                (name, value) -> {
                    var fault = fault(known, name, value);
                    if (fault == null) {
                        sound.put(name, value);
                    } else {
                        faults.put(fault.field(), fault.refusal());
                    }
                });
        var form = form(sound);
        faults.forEach(form::reject);
        return form;
    }

    private static Form.@Nullable FieldError fault(
            Map<String, Boolean> known, String name, @Nullable Object value) {
        var list = known.get(name);
        if (list == null) {
            var members = String.join(", ", known.keySet());
            return new Form.FieldError(name, Refusal.of("ui.json.unknown", members));
        }
        if (value == null) {
            return null;
        }
        if (list) {
            return value instanceof List<?> elements
                    ? faultIn(name, elements)
                    : new Form.FieldError(name, Refusal.of("ui.json.list"));
        }
        return isScalar(value) ? null : new Form.FieldError(name, Refusal.of("ui.json.scalar"));
    }

    private static Form.@Nullable FieldError faultIn(String name, List<?> elements) {
        for (int i = 0; i < elements.size(); i++) {
            if (!isScalar(elements.get(i))) {
                return new Form.FieldError(name + "." + i, Refusal.of("ui.json.element"));
            }
        }
        return null;
    }

    private static boolean isScalar(@Nullable Object value) {
        return value != null && !(value instanceof Map) && !(value instanceof Collection);
    }

    private static void put(
            LinkedMultiValueMap<String, String> values, String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Map<?, ?> object ->
                    object.forEach((inner, it) -> put(values, name + "." + inner, it));
            case Collection<?> list -> list.forEach(it -> put(values, name, it));
            case BigDecimal number -> values.add(name, plain(number));
            case Double number ->
                    values.add(
                            name,
                            Double.isFinite(number)
                                    ? plain(new BigDecimal(number.toString()))
                                    : number.toString());
            default -> values.add(name, value.toString());
        }
    }

    /** 1e99999 written out would fill the memory: as it stands, every parser refuses it. */
    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) > 40 ? number.toString() : number.toPlainString();
    }

    /** The JSON pointer (RFC 6901) to the member that a field's name stands for. */
    static String pointer(String field) {
        return "/" + field.replace("~", "~0").replace("/", "~1").replace('.', '/');
    }
}
