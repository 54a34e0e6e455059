package fr.socle.identity.web;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/**
 * The code that was sent by e-mail.
 *
 * @param address masked
 */
public record SecondFactorPage(
        Form form, String service, String address, String action, String back) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
