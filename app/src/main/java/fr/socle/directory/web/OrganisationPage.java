package fr.socle.directory.web;

import fr.socle.directory.Organisation;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * An organisation.
 *
 * @param above the organisation above it, or null
 * @param form what was refused, if anything was
 */
public record OrganisationPage(
        Organisation organisation,
        @Nullable Organisation above,
        Form form,
        @Nullable String done,
        boolean administers)
        implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
