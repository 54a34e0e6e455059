package fr.socle.directory.web;

import fr.socle.directory.Organisation;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/** Invites someone to an organisation. */
public record InviteFormPage(Organisation organisation, Form form, MemberPage.Choices choices)
        implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
