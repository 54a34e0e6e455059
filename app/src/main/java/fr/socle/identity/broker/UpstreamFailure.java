package fr.socle.identity.broker;

import java.io.Serial;

/** A provider did not do its part. The message is for the log and holds nothing personal. */
public final class UpstreamFailure extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final UpstreamFault fault;
    private final String why;
    private final boolean late;

    public UpstreamFailure(UpstreamFault fault, String why) {
        this(fault, why, false);
    }

    private UpstreamFailure(UpstreamFault fault, String why, boolean late) {
        super(fault.fault().code() + " " + why);
        this.fault = fault;
        this.why = why;
        this.late = late;
    }

    /** No answer in time. */
    static UpstreamFailure late(String why) {
        return new UpstreamFailure(UpstreamFault.TOKEN_DOWN, why, true);
    }

    /** The same, seen from another step. */
    UpstreamFailure as(UpstreamFault other) {
        return new UpstreamFailure(other, why, late);
    }

    public UpstreamFault fault() {
        return fault;
    }

    public String why() {
        return why;
    }

    public boolean late() {
        return late;
    }
}
