package fr.socle.directory.web;

import fr.socle.directory.Organisation;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/** The organisations that the visitor may see. */
public record OrganisationsPage(Form form, Paged<Organisation> list, boolean administers)
        implements Page {}
