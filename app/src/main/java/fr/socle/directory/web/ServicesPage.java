package fr.socle.directory.web;

import fr.socle.directory.Organisation;
import fr.socle.directory.Service;
import fr.socle.ui.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The services of an organisation, inactive ones included. */
public record ServicesPage(Organisation organisation, List<Service> services, @Nullable String done)
        implements Page {

    /** The name of the service above, or an empty text. */
    public String above(Service service) {
        var parent = service.parent();
        return services.stream()
                .filter(it -> it.id().equals(parent))
                .map(Service::name)
                .findFirst()
                .orElse("");
    }
}
