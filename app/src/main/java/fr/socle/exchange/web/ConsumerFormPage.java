package fr.socle.exchange.web;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/** A program to be let in; with status 422 when something is wrong. */
public record ConsumerFormPage(Form form) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
