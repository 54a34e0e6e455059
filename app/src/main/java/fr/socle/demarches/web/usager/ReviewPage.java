package fr.socle.demarches.web.usager;

import fr.socle.demarches.dossier.Fiche;
import fr.socle.demarches.publication.SetAside;
import fr.socle.demarches.web.answers.Answers;
import fr.socle.ui.Page;
import java.util.List;

/**
 * Everything once more before it is deposited.
 *
 * @param owner whether its usager reads it, and not somebody whom they invited
 * @param correction whether it is a correction that is deposited
 * @param lacks the answers that are missing, in the order of the form
 * @param aside the answers for which a newer revision had no place
 * @param problem why it cannot be deposited now, or {@link Problem#NONE}
 */
public record ReviewPage(
        Fiche fiche,
        boolean owner,
        Answers answers,
        long version,
        boolean correction,
        List<Lack> lacks,
        List<SetAside> aside,
        Problem problem)
        implements Page {

    /** What stands in the way. */
    public enum Problem {
        NONE(200),
        INCOMPLETE(422),
        /** Another tab wrote meanwhile. */
        STALE(409),
        /** The procedure asks other questions since the usager read this page. */
        REVISED(409),
        /** The procedure takes no dossier any more. */
        CLOSED(409);

        private final int status;

        Problem(int status) {
            this.status = status;
        }
    }

    public String path() {
        return Counter.path(fiche.id());
    }

    public boolean incomplete() {
        return problem == Problem.INCOMPLETE;
    }

    public boolean stale() {
        return problem == Problem.STALE;
    }

    public boolean revised() {
        return problem == Problem.REVISED;
    }

    public boolean closed() {
        return problem == Problem.CLOSED;
    }

    @Override
    public int status() {
        return problem.status;
    }
}
