package fr.socle.avis.web;

import fr.socle.ui.Frame;
import java.text.MessageFormat;
import org.jspecify.annotations.Nullable;

/**
 * The words of the form.
 *
 * @param tongue null where the form speaks as the house does
 */
public record FormWords(Frame frame, @Nullable Tongue tongue) {

    /** The sentence of this key of the form, in its language. */
    public String t(String key, Object... arguments) {
        return tongue == null
                ? frame.t(key, arguments)
                : MessageFormat.format(tongue.sentence(key).replace("'", "''"), arguments);
    }

    public String language() {
        return tongue == null ? frame.words().language() : tongue.code();
    }

    public String direction() {
        return tongue == null ? frame.words().direction() : tongue.direction();
    }
}
