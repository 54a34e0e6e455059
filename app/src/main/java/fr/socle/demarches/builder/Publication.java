package fr.socle.demarches.builder;

import fr.socle.demarches.definition.Problem;
import java.util.List;

/** What came of a publication. */
public sealed interface Publication {

    /** New dossiers start under this revision. */
    record Published(RevisionId revision, int number, List<RevisionChange> changes)
            implements Publication {
        public Published {
            changes = List.copyOf(changes);
        }
    }

    /** Nothing was published: every thing that is wrong. */
    record Invalid(List<Problem> problems) implements Publication {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** Nothing changed since the last revision. */
    record Unchanged() implements Publication {}

    /** Somebody changed it since. */
    record Stale(Demarche present) implements Publication {}

    record Unknown() implements Publication {}
}
