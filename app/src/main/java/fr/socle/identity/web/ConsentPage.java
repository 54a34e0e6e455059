package fr.socle.identity.web;

import fr.socle.ui.Page;
import java.util.List;

/**
 * What is about to be shared. Nothing has left yet.
 *
 * @param reference the code of this sign-in, to be kept
 * @param data what the service gets: a message key and the value, ready to be shown
 */
public record ConsentPage(
        String service,
        String organisation,
        List<Datum> data,
        String provider,
        String accept,
        String refuse,
        String reference)
        implements Page {

    /** One thing that is shared. */
    public record Datum(String label, String value) {}

    public ConsentPage {
        data = List.copyOf(data);
    }
}
