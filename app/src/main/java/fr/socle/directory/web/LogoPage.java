package fr.socle.directory.web;

import fr.socle.directory.Organisation;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/** Sets or removes the logo of an organisation. */
public record LogoPage(Organisation organisation, Form form) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
