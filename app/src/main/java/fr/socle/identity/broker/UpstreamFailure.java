package fr.socle.identity.broker;

/** A provider did not do its part. The message is for the log and holds nothing personal. */
public final class UpstreamFailure extends Exception {

    /** What went wrong, as the person is told. */
    public enum Kind {
        /** No answer, a late one, or an error of the provider's. */
        DOWN,
        /** What it signed or said cannot be trusted. */
        LYING,
        /** The identity that it gave is not complete. */
        INCOMPLETE
    }

    private final Kind kind;

    public UpstreamFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
