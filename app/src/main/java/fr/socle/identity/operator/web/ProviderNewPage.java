package fr.socle.identity.operator.web;

import fr.socle.identity.federation.Federation;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;

/** An outside provider that is being added. */
public record ProviderNewPage(List<Federation> federations, Form form) implements Page {

    public ProviderNewPage {
        federations = List.copyOf(federations);
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
