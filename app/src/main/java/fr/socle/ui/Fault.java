package fr.socle.ui;

import org.jspecify.annotations.Nullable;

/**
 * What can go wrong with a request, and what people are told: {@code <code>} is the title, {@code
 * <code>.what} what happened and {@code <code>.then} what to do. Machines read the code.
 */
public enum Fault {
    BAD_REQUEST(400, "ui.error.bad-request", "circle-alert"),
    SIGN_IN_NEEDED(401, "ui.error.sign-in", "log-in"),
    NOT_ALLOWED(403, "ui.error.not-allowed", "lock", "ui.problem.not-allowed"),
    /** The token of the form is missing or stale. */
    FORGED(403, "ui.error.forged", "refresh-cw", "ui.problem.forged"),
    NOT_FOUND(404, "ui.error.not-found", "search", "ui.problem.not-found"),
    WRONG_METHOD(405, "ui.error.wrong-method", "undo-2", "ui.problem.wrong-method"),
    NOT_ACCEPTABLE(406, "ui.error.not-acceptable", "file-text"),
    CONFLICT(409, "ui.error.conflict", "users", "ui.problem.conflict"),
    GONE(410, "ui.error.gone", "archive"),
    STALE(412, "ui.error.stale", "users"),
    TOO_LARGE(413, "ui.error.too-large", "paperclip"),
    ADDRESS_TOO_LONG(414, "ui.error.address-too-long", "link-2"),
    WRONG_TYPE(415, "ui.error.wrong-type", "file-text"),
    INVALID(422, "ui.error.invalid", "pencil"),
    VERSION_NEEDED(428, "ui.error.version-needed", "users"),
    TOO_MANY(429, "ui.error.too-many", "timer"),
    UNEXPECTED(500, "ui.error.unexpected", "wrench"),
    UNKNOWN_METHOD(501, "ui.error.unknown-method", "undo-2"),
    UNAVAILABLE(503, "ui.error.unavailable", "clock");

    private final int status;
    private final String code;
    private final String icon;
    private final String problem;

    Fault(int status, String code, String icon) {
        this(status, code, icon, code);
    }

    Fault(int status, String code, String icon, String problem) {
        this.status = status;
        this.code = code;
        this.icon = icon;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    /** Key of the title; stable, because machines read it. */
    public String code() {
        return code;
    }

    /** Key of the title for a machine, to which a page that stayed open means nothing. */
    String problem() {
        return problem;
    }

    public String icon() {
        return icon;
    }

    boolean ours() {
        return status >= 500 && this != UNKNOWN_METHOD;
    }

    /** The fault of a status that the container or the framework decided. */
    static Fault of(int status) {
        var known = exactly(status);
        if (known != null) {
            return known;
        }
        return status >= 400 && status < 500 ? BAD_REQUEST : UNEXPECTED;
    }

    private static @Nullable Fault exactly(int status) {
        for (var fault : values()) {
            if (fault.status == status) {
                return fault;
            }
        }
        return null;
    }
}
