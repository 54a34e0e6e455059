package fr.socle.citoyen.usages;

import java.time.Instant;

/**
 * A line of the list: one use, or the newest of several refusals that are the same.
 *
 * @param times how often it happened on one day; at least 1
 * @param since when it first did
 */
public record Told(Usage usage, int times, Instant since) {

    public boolean repeated() {
        return times > 1;
    }
}
