package fr.socle.directory.web;

import fr.socle.directory.Agent;
import fr.socle.directory.Membership;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agent, with his places everywhere. */
public record AgentPage(
        Agent agent, List<Membership> places, Form form, boolean stale, @Nullable String done)
        implements Page {

    /** The version that the forms carry. */
    public long version() {
        return Versions.shown(form, agent.version(), stale);
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
