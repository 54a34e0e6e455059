package fr.socle.demarches.instruction;

import fr.socle.demarches.DemarcheId;
import fr.socle.directory.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order over many dossiers, and how far it has come.
 *
 * @param todo dossiers of which nothing was decided yet
 * @param done dossiers with which it was done
 * @param left dossiers with which it was not done, and why
 * @param finishedAt null while it goes on
 */
public record Travail(
        UUID id,
        DemarcheId demarche,
        AgentId agent,
        Ordre ordre,
        long todo,
        long done,
        List<Left> left,
        Instant askedAt,
        @Nullable Instant finishedAt) {

    public Travail {
        left = List.copyOf(left);
    }

    /** What became of one dossier. */
    public enum Outcome {
        FAIT("fait"),
        /** Somebody changed it at the same moment. */
        CHANGE("change"),
        /** Its state does not allow it. */
        IMPOSSIBLE("impossible"),
        /** The agent is not in charge of it, or no longer. */
        REFUSE("refuse"),
        /** It could not be read or written; the operator's log says why. */
        ERREUR("erreur");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * @param number of the dossier, as people read it
     * @param outcome its code; the label is the message {@code demarches.travail.left.<outcome>}
     */
    public record Left(UUID dossier, String number, String outcome) {}

    public long total() {
        return todo + done + left.size();
    }
}
