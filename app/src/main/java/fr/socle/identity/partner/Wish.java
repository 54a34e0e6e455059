package fr.socle.identity.partner;

import fr.socle.directory.Actor;

/**
 * Somebody's act on a service.
 *
 * @param version the state that he saw; one that was changed since is left as it is
 */
public record Wish(Actor actor, String clientId, long version) {}
