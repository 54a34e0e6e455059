package fr.socle.directory.web;

import fr.socle.directory.Agent;
import fr.socle.directory.Membership;
import fr.socle.directory.Organisation;
import fr.socle.directory.Service;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;

/** An agent's place in one organisation. */
public record MemberPage(
        Organisation organisation,
        Agent agent,
        Membership place,
        Choices choices,
        Form form,
        boolean stale)
        implements Page {

    /**
     * What can be ticked.
     *
     * @param roles codes that the visitor may grant
     */
    public record Choices(List<String> roles, List<Service> services) {}

    /** The version that the forms carry. */
    public long version() {
        return Versions.shown(form, place.version(), stale);
    }

    /** Roles that the visitor may not take away. */
    public List<String> kept() {
        return place.roles().stream().filter(it -> !choices.roles().contains(it)).toList();
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
