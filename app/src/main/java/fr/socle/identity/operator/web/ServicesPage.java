package fr.socle.identity.operator.web;

import fr.socle.identity.operator.ServiceLine;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import java.util.List;

/** Services, by name. */
public record ServicesPage(List<ServiceLine> services, String words, Pagination pagination)
        implements Page {

    public ServicesPage {
        services = List.copyOf(services);
    }
}
