package fr.socle.identity.partner.web;

import fr.socle.identity.partner.ConnectedService;
import fr.socle.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * Tells the name of a service and its new secret, once.
 *
 * @param secret null when the service proves itself by its keys
 * @param fresh whether the service was just registered
 */
public record SecretPage(ConnectedService service, @Nullable String secret, boolean fresh)
        implements Page {

    public String base() {
        return PartnerDesk.PAGES + "/" + service.id();
    }

    /** Says nothing of the secret, so that no log line can carry it. */
    @Override
    public String toString() {
        return "SecretPage[" + service.id() + "]";
    }
}
