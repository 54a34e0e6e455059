package fr.socle.identity.web;

import fr.socle.identity.broker.Offer;
import fr.socle.ui.Page;
import java.util.List;

/**
 * The choice of a provider.
 *
 * @param offers the best first
 * @param data message keys of what the service will get
 * @param tellsProvider whether the service also learns which account was chosen
 * @param action where the choice is posted
 * @param back leads to the service, which hears that the person gave up
 */
public record MirePage(
        String service,
        String organisation,
        List<Offer> offers,
        List<String> data,
        boolean tellsProvider,
        String action,
        String back)
        implements Page {

    public MirePage {
        offers = List.copyOf(offers);
        data = List.copyOf(data);
    }
}
