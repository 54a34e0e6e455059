package fr.socle.identity.web;

import fr.socle.identity.broker.Provider;
import fr.socle.ui.Page;
import java.util.List;

/**
 * The choice of a provider.
 *
 * @param action where the choice is posted
 * @param back leads to the service, which hears that the person gave up
 * @param data message keys of what the service will get
 */
public record MirePage(
        String service,
        String organisation,
        List<Provider> providers,
        List<String> data,
        String action,
        String back)
        implements Page {

    public MirePage {
        providers = List.copyOf(providers);
        data = List.copyOf(data);
    }
}
