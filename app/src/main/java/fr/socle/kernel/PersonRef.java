package fr.socle.kernel;

import java.util.UUID;

/**
 * Who a person is inside Socle: random, means nothing outside, and stands in no address, token or
 * log line.
 *
 * @param value the random id, for a block's own tables only
 */
public record PersonRef(UUID value) {

    /** Says nothing, so that no log line can carry it. */
    @Override
    public String toString() {
        return "PersonRef(hidden)";
    }
}
