package fr.socle.identity.web;

import fr.socle.identity.broker.Offer;
import fr.socle.ui.Page;
import java.util.List;

/**
 * The providers that know the agents of one address.
 *
 * @param action where the choice is posted
 * @param back to type another address
 */
public record AgentProvidersPage(
        String service, String email, List<Offer> offers, String action, String back)
        implements Page {

    public AgentProvidersPage {
        offers = List.copyOf(offers);
    }
}
