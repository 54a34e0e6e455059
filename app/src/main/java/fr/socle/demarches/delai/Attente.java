package fr.socle.demarches.delai;

import java.time.LocalDate;

/** Until when a dossier waits for a decision. */
public sealed interface Attente {

    /** Silence never decides it, or it is decided. */
    record SansTerme() implements Attente {}

    /** Silence decides it on this day. */
    record Jusque(Silence silence, LocalDate day) implements Attente {}

    /**
     * A correction is awaited, and the time does not run.
     *
     * @param day on which silence would decide, were the correction deposited today
     */
    record Suspendue(Silence silence, LocalDate day) implements Attente {}
}
