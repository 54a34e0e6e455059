package fr.socle.demarches.instruction;

import fr.socle.demarches.depot.Stored;

/** What became of what an agent did. */
public sealed interface InstructionOutcome {

    record Done() implements InstructionOutcome {}

    /** Somebody else was faster: this is how the dossier stands now. */
    record Overtaken(Stored present) implements InstructionOutcome {}

    /** The state of the dossier does not allow it. */
    record NotAllowedNow(Stored present) implements InstructionOutcome {}
}
