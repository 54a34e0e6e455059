package fr.socle.identity.operator.web;

import fr.socle.identity.operator.ServiceDesk.Written;
import fr.socle.ui.Page;
import java.util.List;

/** What was written; the only page that tells the secrets. */
public record ImportedPage(List<Written> written) implements Page {

    public ImportedPage {
        written = List.copyOf(written);
    }
}
