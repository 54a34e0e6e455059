package fr.socle.identity.web;

import fr.socle.identity.sso.Agreement;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;

/**
 * What is about to be shared. Nothing has left yet.
 *
 * @param agreement whether this informs, or needs a tick
 * @param data what the service gets: a message key and the value, ready to be shown
 * @param code by which the person names this sign-in when they report a fraud
 */
public record ConsentPage(
        Form form,
        Agreement agreement,
        String service,
        String organisation,
        List<Datum> data,
        String provider,
        String code,
        String accept,
        String refuse)
        implements Page {

    public static final String AGREED = "accord";

    /** One thing that is shared. */
    public record Datum(String label, String value) {}

    public ConsentPage {
        data = List.copyOf(data);
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    public boolean needsTick() {
        return agreement == Agreement.CONSENT;
    }
}
