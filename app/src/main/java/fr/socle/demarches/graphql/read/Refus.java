package fr.socle.demarches.graphql.read;

/** What ends the reading of one field: the caller gets null there, this message and its code. */
public final class Refus extends RuntimeException {

    private final String reason;
    private final String code;

    private Refus(String reason, String code) {
        super(reason, null, false, false);
        this.reason = reason;
        this.code = code;
    }

    /**
     * @param type of the contract, as in {@code Dossier}
     */
    public static Refus notFound(String type) {
        return new Refus(type + " not found", "not_found");
    }

    /**
     * @param type of the contract
     */
    public static Refus unauthorized(String type) {
        return new Refus("This token does not open this object of type " + type, "unauthorized");
    }

    public static Refus badArgument(String what) {
        return new Refus(what, "bad_request");
    }

    public static Refus timeout() {
        return new Refus("The query takes too long: ask for less at once", "timeout");
    }

    /** Something unexpected, of which strangers learn nothing. */
    public static Refus internal() {
        return new Refus("Internal Server Error", "internal_server_error");
    }

    /** The message for people. */
    public String reason() {
        return reason;
    }

    /** The stable word for machines. */
    public String code() {
        return code;
    }
}
