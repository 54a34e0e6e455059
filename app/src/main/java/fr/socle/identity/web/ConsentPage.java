package fr.socle.identity.web;

import fr.socle.ui.Page;
import java.util.List;

/**
 * What is about to be shared. Nothing has left yet.
 *
 * @param data what the service gets: a message key and the value, ready to be shown
 * @param code by which the person names this sign-in when they report a fraud
 */
public record ConsentPage(
        String service,
        String organisation,
        List<Datum> data,
        String provider,
        String code,
        String accept,
        String refuse)
        implements Page {

    /** One thing that is shared. */
    public record Datum(String label, String value) {}

    public ConsentPage {
        data = List.copyOf(data);
    }
}
