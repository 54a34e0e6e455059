package fr.socle.identity.demonstration.sample;

import fr.socle.ui.Page;
import java.util.List;

/** The sample services. */
public record SamplesPage(List<SampleService> services) implements Page {

    public SamplesPage {
        services = List.copyOf(services);
    }
}
