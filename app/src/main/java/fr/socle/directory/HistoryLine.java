package fr.socle.directory;

import java.time.Instant;

/**
 * A line of an organisation's history.
 *
 * @param kind code of the journal's kind
 * @param actor the name that the directory knows today; empty for the console
 * @param actorKind code of {@link Actor.Nature}
 * @param agent about whom; empty for nobody
 * @param detail the name of a service, the code of a role
 */
public record HistoryLine(
        long index,
        String kind,
        Instant writtenAt,
        String actor,
        String actorKind,
        String agent,
        String detail) {}
