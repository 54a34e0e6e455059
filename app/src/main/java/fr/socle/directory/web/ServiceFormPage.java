package fr.socle.directory.web;

import fr.socle.directory.Organisation;
import fr.socle.directory.Service;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates or changes a service.
 *
 * @param service null to create one
 * @param parents the services that may stand above
 */
public record ServiceFormPage(
        Organisation organisation,
        @Nullable Service service,
        Form form,
        List<Service> parents,
        boolean stale)
        implements Page {

    /** The version that the form carries. */
    public long version() {
        return service == null ? 0 : Versions.shown(form, service.version(), stale);
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
