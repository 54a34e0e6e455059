package fr.socle.ui.form;

import org.jspecify.annotations.Nullable;

/**
 * One answer of a list of radio buttons, check boxes or a select.
 *
 * @param value what the form sends
 * @param hint a line below the label, or null
 */
public record Option(String value, String label, @Nullable String hint) {

    public static Option of(String value, String label) {
        return new Option(value, label, null);
    }
}
