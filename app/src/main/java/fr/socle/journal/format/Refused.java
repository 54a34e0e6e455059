package fr.socle.journal.format;

import fr.socle.journal.format.StatementVerdict.Fault;

/** Why the check of a statement ends here. */
final class Refused extends RuntimeException {

    private final transient Fault fault;

    Refused(Fault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
