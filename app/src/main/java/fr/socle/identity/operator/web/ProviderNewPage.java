package fr.socle.identity.operator.web;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/** An outside provider that is being added. */
public record ProviderNewPage(Form form) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
