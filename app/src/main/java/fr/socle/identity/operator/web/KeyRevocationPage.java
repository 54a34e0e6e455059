package fr.socle.identity.operator.web;

import fr.socle.identity.operator.KeyDesk.KeyLine;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/** Asks whether a key must really go at once, and why. */
public record KeyRevocationPage(KeyLine key, Form form) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
