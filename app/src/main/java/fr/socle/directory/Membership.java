package fr.socle.directory;

import java.util.List;

/**
 * An agent's place in an organisation.
 *
 * @param roles codes of {@link Role}
 * @param active an inactive one keeps its history and gives no access
 * @param version grows with each change
 */
public record Membership(
        AgentId agent,
        OrganisationId organisation,
        String organisationName,
        List<String> roles,
        List<ServiceId> services,
        boolean active,
        long version) {

    public Membership {
        roles = List.copyOf(roles);
        services = List.copyOf(services);
    }
}
