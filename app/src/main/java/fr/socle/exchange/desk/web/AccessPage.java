package fr.socle.exchange.desk.web;

import fr.socle.exchange.desk.ProviderLine;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.time.Instant;

/**
 * How this house proves itself to a provider.
 *
 * @param form of the credential
 * @param file of the certificate
 * @param stale somebody else changed it meanwhile
 */
public record AccessPage(ProviderLine line, Form form, Form file, boolean stale, Instant now)
        implements Page {

    /** The form with which something is wrong, for the page's title. */
    public Form refused() {
        return form.ok() ? file : form;
    }

    public boolean over() {
        return line.access().certificate().map(it -> !it.until().isAfter(now)).orElse(false);
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() && file.ok() ? 200 : 422;
    }
}
