package fr.socle.identity.operator.web;

import fr.socle.identity.operator.ServiceLine;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import org.jspecify.annotations.Nullable;

/** One service. */
public record ServicePage(ServiceLine service, Form form, boolean stale, @Nullable String done)
        implements Page {

    public long version() {
        return stale || form.version() < 0 ? service.version() : form.version();
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
