package fr.socle.directory.web;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;

/**
 * Makes a token.
 *
 * @param rights codes that it can hold
 * @param unproved rights that its maker holds, and must prove himself to give
 */
public record TokenFormPage(Form form, List<String> rights, List<Unproved> unproved)
        implements Page {

    /**
     * @param right its code
     * @param proof path of the page where one proves oneself
     */
    public record Unproved(String right, String proof) {}

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
