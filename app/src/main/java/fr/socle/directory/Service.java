package fr.socle.directory;

import org.jspecify.annotations.Nullable;

/**
 * A part of an organisation, in which agents work.
 *
 * @param parent the service above it in the same organisation, or null
 * @param version grows with each change
 */
public record Service(
        ServiceId id,
        OrganisationId organisation,
        String name,
        @Nullable ServiceId parent,
        boolean active,
        long version) {}
