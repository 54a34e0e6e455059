package fr.socle.notifications.outbox;

import java.util.Locale;

/**
 * Why an attempt failed.
 *
 * @param cause a word of ours; its sentence is the message {@code notifications.failure.<word>}
 * @param reply what the mail server said, at most {@value #MAX} characters; may quote the address,
 *     so it is shown to who may see it and never logged
 */
public record Failure(Cause cause, String reply) {

    static final int MAX = 500;

    /** What can go wrong. */
    public enum Cause {
        /** No connection, or it broke. */
        UNREACHABLE,
        /** The server offers no TLS, or its certificate is not its own. */
        TLS,
        /** The server refused our account. */
        SIGN_IN,
        /** The server refused us as a sender. */
        SENDER,
        /** The server asked to come back later. */
        BUSY,
        /** The conversation lasted too long. */
        SLOW,
        /** The server refused the recipient, for good. */
        RECIPIENT,
        /** The server refused the content, for good. */
        CONTENT,
        /** The letter cannot be written down as an e-mail. */
        UNWRITABLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Failure {
        var line = reply.replaceAll("\\p{Cntrl}+", " ").strip();
        reply = line.length() <= MAX ? line : line.substring(0, MAX);
    }
}
