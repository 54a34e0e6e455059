package fr.socle.identity.operator.web;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/** Asks for the code of a sign-in. */
public record PeoplePage(Form form) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
