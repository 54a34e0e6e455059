package fr.socle.exchange;

/** An answer that somebody outside still has to receive. */
public interface Handover {

    Answer answer();

    /**
     * Writes how it ended, once: what comes after the first call changes nothing. When nobody says,
     * because the node died, the person reads that the delivery is not confirmed.
     *
     * @param whole whether the answer was written to its last byte
     */
    void ended(boolean whole);

    /**
     * Whether, once it ended, the answer turned out not to be whole though all that was given was
     * written: what is still to tell the client so.
     */
    boolean cut();
}
