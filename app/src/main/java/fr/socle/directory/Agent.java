package fr.socle.directory;

import org.jspecify.annotations.Nullable;

/**
 * Someone who works for one or several organisations.
 *
 * @param email where to write to him; it identifies nobody
 * @param active an inactive agent enters nowhere
 * @param demonstration made up
 * @param version grows with each change
 */
public record Agent(
        AgentId id,
        String name,
        @Nullable String email,
        boolean active,
        boolean demonstration,
        long version) {}
