package fr.socle.ui;

import fr.socle.ui.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * The ids of what surrounds an input, so that screen readers read the hint and the error with it.
 * The input's own id is the field's name.
 */
public final class FieldIds {

    private FieldIds() {}

    /**
     * What {@code aria-describedby} lists: the hint, the error, and further parts; null when there
     * is none.
     *
     * @param extra ids of further parts, such as a unit
     */
    public static @Nullable String describedBy(
            Form form, String name, @Nullable String hint, String... extra) {
        var ids = new StringBuilder();
        if (hint != null) {
            ids.append(name).append("-hint");
        }
        if (form.error(name).isPresent()) {
            ids.append(' ').append(name).append("-error");
        }
        for (var id : extra) {
            ids.append(' ').append(id);
        }
        return ids.isEmpty() ? null : ids.toString().strip();
    }

    /** {@code true} or nothing, for {@code aria-invalid}. */
    public static @Nullable String invalid(Form form, String name) {
        return form.error(name).isPresent() ? "true" : null;
    }
}
