package fr.socle.demarches.expert;

import fr.socle.demarches.dossier.DossierId;
import fr.socle.directory.AgentId;
import fr.socle.kernel.EmailAddress;
import fr.socle.pieces.PieceId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An opinion that was asked of an expert.
 *
 * @param agent who asked
 * @param closesAt until when it can be given
 * @param remindedAt when the expert was reminded last, or null
 */
public record AvisExpert(
        UUID id,
        DossierId dossier,
        AgentId agent,
        EmailAddress email,
        Question question,
        Instant askedAt,
        Instant closesAt,
        @Nullable Instant remindedAt,
        State state) {

    /** Where it stands. */
    public sealed interface State {}

    /** The expert has not answered yet. */
    public record Attendu() implements State {}

    /**
     * @param oui the answer to the question by yes or no; null when there was none
     * @param piece what is joined, or null
     */
    public record Rendu(String texte, @Nullable Boolean oui, @Nullable PieceId piece, Instant at)
            implements State {

        /** Nothing: what an expert says of a person does not belong in a log. */
        @Override
        public String toString() {
            return "Rendu[hidden]";
        }
    }

    /** The agent does not want it any more: the expert reads nothing of the dossier now. */
    public record Retire(Instant at) implements State {}

    public boolean waiting() {
        return state instanceof Attendu;
    }

    /** The opinion; null as long as there is none. */
    public @Nullable Rendu rendu() {
        return state instanceof Rendu it ? it : null;
    }

    /** Nothing: an address does not belong in a log. */
    @Override
    public String toString() {
        return "AvisExpert[" + id + "]";
    }
}
