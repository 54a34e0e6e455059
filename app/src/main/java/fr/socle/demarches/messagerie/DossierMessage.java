package fr.socle.demarches.messagerie;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something written about a dossier.
 *
 * @param fromAgent whether an agent wrote it, else the usager
 * @param readAt when the other side opened it first, or null
 */
public record DossierMessage(
        UUID id, boolean fromAgent, String body, Instant sentAt, @Nullable Instant readAt) {

    public static final int LONGEST = 4000;

    /** Nothing: what people write does not belong in a log. */
    @Override
    public String toString() {
        return "DossierMessage[hidden]";
    }
}
