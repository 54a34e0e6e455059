package fr.socle.directory.web;

import fr.socle.directory.Invitation;
import fr.socle.directory.Organisation;
import fr.socle.ui.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The invitations of an organisation, the newest first. */
public record InvitationsPage(
        Organisation organisation, Paged<Invitation> list, Instant now, @Nullable String done)
        implements Page {}
