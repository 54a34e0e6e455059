package fr.socle.directory.web;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;

/**
 * Makes a token.
 *
 * @param rights codes that it can hold
 */
public record TokenFormPage(Form form, List<String> rights) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
