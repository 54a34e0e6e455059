package fr.socle.demarches.web.builder;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/** Asks for the file of a procedure. */
public record ImportPage(Form form) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
