package fr.socle.directory.web;

import fr.socle.directory.Agent;
import fr.socle.directory.Organisation;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import org.jspecify.annotations.Nullable;

/** The agents of an organisation. */
public record MembersPage(
        Organisation organisation, Form form, Paged<Agent> list, @Nullable String done)
        implements Page {}
