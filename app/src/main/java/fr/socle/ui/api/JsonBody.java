package fr.socle.ui.api;

import fr.socle.ui.form.Form;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
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
