package fr.socle.journal;

import java.util.List;
import java.util.UUID;

/**
 * What the writer of an entry has at once: a name for it and the commitments of its parts. It
 * proves nothing yet; a receipt exists from the next checkpoint on.
 */
public record Reference(UUID id, List<Hash> commitments) {

    public Reference {
        commitments = List.copyOf(commitments);
    }
}
