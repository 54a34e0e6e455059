package fr.socle.ui.access;

/**
 * The visitor is known and may not do this. People get the page of status 403, machines a problem.
 */
public final class NotAllowed extends RuntimeException {

    /**
     * @param what for the log, never shown
     */
    public NotAllowed(String what) {
        super(what);
    }
}
