package fr.socle.directory.web;

import fr.socle.directory.Agent;
import fr.socle.directory.Membership;
import fr.socle.directory.OpenSession;
import fr.socle.ui.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent's own account.
 *
 * @param current the organisation for which he acts now
 */
public record AccountPage(
        Agent agent,
        List<Membership> places,
        UUID current,
        List<OpenSession> sessions,
        @Nullable String done)
        implements Page {}
