package fr.socle.demarches.export;

import fr.socle.demarches.DemarcheId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an export has come.
 *
 * @param title of the procedure
 * @param headings of its columns
 * @param found how many dossiers of the list are known so far
 * @param read how many of these were looked at
 * @param unreadable how many could not be read; the operator's log says why
 * @param allFoundAt when the last one was found, or null: not yet
 * @param finishedAt or null: not yet
 */
public record Export(
        UUID id,
        DemarcheId demarche,
        String title,
        List<String> headings,
        int found,
        int read,
        int unreadable,
        Instant askedAt,
        @Nullable Instant allFoundAt,
        @Nullable Instant finishedAt) {

    /** As long as demarches-simplifiees keeps one. */
    public static final Duration LIFE = Duration.ofHours(32);

    public Export {
        headings = List.copyOf(headings);
    }

    public Instant expiresAt() {
        return askedAt.plus(LIFE);
    }
}
