package fr.socle.directory.web;

import fr.socle.directory.Organisation;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/**
 * Sets or removes the logo of an organisation.
 *
 * @param stale whether someone changed the organisation since the page that was sent
 */
public record LogoPage(Organisation organisation, Form form, boolean stale) implements Page {

    @Override
    public int status() {
        if (stale) {
            return 409;
        }
        return form.ok() ? 200 : 422;
    }
}
