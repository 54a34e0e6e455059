package fr.socle.directory.web;

import fr.socle.directory.Organisation;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates or changes an organisation.
 *
 * @param organisation null to create one
 * @param parents the organisations that may stand above
 * @param stale whether someone else changed it meanwhile
 */
public record OrganisationFormPage(
        Form form, @Nullable Organisation organisation, List<Organisation> parents, boolean stale)
        implements Page {

    static OrganisationFormPage creation(Form form, List<Organisation> parents) {
        return new OrganisationFormPage(form, null, parents, false);
    }

    static OrganisationFormPage edition(
            Form form, Organisation organisation, List<Organisation> parents) {
        return new OrganisationFormPage(form, organisation, parents, false);
    }

    static OrganisationFormPage conflict(
            Form form, Organisation present, List<Organisation> parents) {
        return new OrganisationFormPage(form, present, parents, true);
    }

    /** The version that the form carries. */
    public long version() {
        return organisation == null ? 0 : Versions.shown(form, organisation.version(), stale);
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
