package fr.socle.identity.partner.web;

import fr.socle.identity.partner.ConnectedService;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import java.util.List;

/**
 * The services of an organisation, or of all.
 *
 * @param waiting those that the visitor may open to the public
 * @param everywhere whether the list shows every organisation's
 */
public record ConnectedServicesPage(
        List<Line> lines, Pagination pagination, List<Line> waiting, boolean everywhere)
        implements Page {

    public record Line(ConnectedService service, String organisation) {

        public String href() {
            return PartnerDesk.PAGES + "/" + service.id();
        }
    }

    public ConnectedServicesPage {
        lines = List.copyOf(lines);
        waiting = List.copyOf(waiting);
    }
}
