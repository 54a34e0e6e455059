package fr.socle.ui;

import org.jspecify.annotations.Nullable;

/**
 * What can go wrong with a request, and what people are told: {@code <code>} is the title, {@code
 * <code>.what} what happened and {@code <code>.then} what to do. Machines read the code.
 */
public enum Fault {
    BAD_REQUEST(400, "ui.error.bad-request", "circle-alert"),
    SIGN_IN_NEEDED(401, "ui.error.sign-in", "log-in"),
    NOT_ALLOWED(403, "ui.error.not-allowed", "lock"),
    /** The token of the form is missing or stale. */
    FORGED(403, "ui.error.forged", "refresh-cw"),
    NOT_FOUND(404, "ui.error.not-found", "search"),
    WRONG_METHOD(405, "ui.error.wrong-method", "undo-2"),
    NOT_ACCEPTABLE(406, "ui.error.not-acceptable", "file-text"),
    CONFLICT(409, "ui.error.conflict", "users"),
    TOO_LARGE(413, "ui.error.too-large", "paperclip"),
    ADDRESS_TOO_LONG(414, "ui.error.address-too-long", "link-2"),
    WRONG_TYPE(415, "ui.error.wrong-type", "file-text"),
    INVALID(422, "ui.error.invalid", "pencil"),
    TOO_MANY(429, "ui.error.too-many", "timer"),
    UNEXPECTED(500, "ui.error.unexpected", "wrench"),
    UNAVAILABLE(503, "ui.error.unavailable", "clock");

    private final int status;
    private final String code;
    private final String icon;

    Fault(int status, String code, String icon) {
        this.status = status;
        this.code = code;
        this.icon = icon;
    }

    public int status() {
        return status;
    }

    /** Key of the title; stable, because machines read it. */
    public String code() {
        return code;
    }

    public String icon() {
        return icon;
    }

    boolean ours() {
        return status >= 500;
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
