package fr.socle.demarches.messagerie;

import fr.socle.pieces.PieceId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something written about a dossier.
 *
 * @param fromAgent whether an agent wrote it, else the usager
 * @param body empty once the message was taken back
 * @param readAt when the other side opened it first, or null
 * @param piece what is joined to it, or null
 * @param discardedAt when its agent took it back, or null
 */
public record DossierMessage(
        UUID id,
        boolean fromAgent,
        String body,
        Instant sentAt,
        @Nullable Instant readAt,
        @Nullable PieceId piece,
        @Nullable Instant discardedAt) {

    public static final int LONGEST = 4000;

    /** Nothing: what people write does not belong in a log. */
    @Override
    public String toString() {
        return "DossierMessage[hidden]";
    }
}
