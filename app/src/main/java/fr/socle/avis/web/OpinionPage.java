package fr.socle.avis.web;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * The questions.
 *
 * @param demarche the title of the procedure; null when it is not published any more
 */
public record OpinionPage(String action, @Nullable String demarche, Form form) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
