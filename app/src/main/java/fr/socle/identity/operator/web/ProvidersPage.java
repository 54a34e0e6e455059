package fr.socle.identity.operator.web;

import fr.socle.identity.operator.ProviderLine;
import fr.socle.ui.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All providers, by federation. */
public record ProvidersPage(List<ProviderLine> providers, @Nullable String done) implements Page {

    public ProvidersPage {
        providers = List.copyOf(providers);
    }
}
