package fr.socle.identity.partner.web;

import fr.socle.identity.partner.ConnectedService;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * A service: its facts, its stage, and what may be done next.
 *
 * @param approves whether the visitor may open it to the public
 * @param done key of what was just done, or null
 * @param refused key of why nothing was done, or null
 * @param form of the refusal that an operator writes
 */
public record ConnectedServicePage(
        ConnectedService service,
        String organisation,
        boolean approves,
        @Nullable String done,
        @Nullable String refused,
        Form form)
        implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    public String base() {
        return PartnerDesk.PAGES + "/" + service.id();
    }
}
