package fr.socle.demarches.depot;

import fr.socle.kernel.NumeroPublic;
import fr.socle.ui.form.Form;
import java.util.List;

/** What became of a deposit, the first or that of a correction. */
public sealed interface DepotOutcome {

    /** It is durable. */
    record Done(NumeroPublic number) implements DepotOutcome {}

    /** It was deposited before: nothing was done now. */
    record Already() implements DepotOutcome {}

    /**
     * Answers are missing.
     *
     * @param errors under the names of the form's fields
     */
    record Incomplete(List<Form.FieldError> errors) implements DepotOutcome {
        public Incomplete {
            errors = List.copyOf(errors);
        }
    }

    /** The dossier changed since the person read it again. */
    record Stale() implements DepotOutcome {}

    /** The procedure takes no dossier any more. */
    record Closed() implements DepotOutcome {}

    /** There is no such dossier, or it is somebody else's. */
    record Unknown() implements DepotOutcome {}
}
