package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.directory.Service;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates a procedure, or changes what it is.
 *
 * @param demarche null to create one
 */
public record FactsPage(
        @Nullable Demarche demarche, Form form, List<Service> services, boolean stale)
        implements Page {

    public long version() {
        return demarche == null ? 0 : Shown.version(form, demarche.fiche().version(), stale);
    }

    public String action() {
        return demarche == null
                ? BuilderDesk.HOME + "/nouvelle"
                : BuilderDesk.base(demarche) + "/presentation";
    }

    public List<Option> serviceOptions() {
        return services.stream().map(it -> Option.of(it.id().toString(), it.name())).toList();
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
