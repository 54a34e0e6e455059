package fr.socle.journal.store;

import java.util.List;

/**
 * The snapshot in which {@code pending} was last seen and emptied whole. Whatever it holds now was
 * written by a transaction that was still running then, or that began later; nothing else needs to
 * be looked at.
 *
 * @param next the first transaction number that had not been given out
 * @param running the transactions that were running
 */
public record Drained(String next, List<String> running) {

    /** Looks at everything: for a new log, or after the database moved to another cluster. */
    public static final Drained NEVER = new Drained("0", List.of());

    /** Reads {@code xmin:xmax:xip,xip,…}, PostgreSQL's text form of a snapshot. */
    public static Drained parse(String snapshot) {
        if (snapshot.isEmpty()) {
            return NEVER;
        }
        var parts = snapshot.split(":", 3);
        return new Drained(parts[1], parts[2].isEmpty() ? List.of() : List.of(parts[2].split(",")));
    }
}
