package fr.socle.avis.web;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The questions.
 *
 * @param demarche the title of the procedure; null when it is not published any more
 * @param once makes a form that is sent twice count once; null where a token does
 */
public record OpinionPage(
        String action, @Nullable String demarche, Form form, @Nullable UUID once, int status)
        implements Page {

    /** Where a token opened the page. */
    static OpinionPage verified(String action, @Nullable String demarche, Form form) {
        return new OpinionPage(action, demarche, form, null, form.ok() ? 200 : 422);
    }

    public boolean open() {
        return once != null;
    }
}
