package fr.socle.directory.web;

import fr.socle.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * Asks an invited person to accept.
 *
 * @param name of the invited person, as the inviter wrote it
 * @param signedIn the agent who is signed in already and would get the place, or null
 */
public record AcceptPage(String organisation, String name, String code, @Nullable String signedIn)
        implements Page {}
