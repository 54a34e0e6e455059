package fr.socle.notifications;

import java.util.List;
import java.util.UUID;

/** Tells people things, as other blocks use it. */
public interface Notifications {

    /**
     * Writes the message in the caller's transaction: it leaves exactly when the caller commits,
     * and never when he rolls back. It is rendered now, so a later change of the data does not
     * change what was said. A second message with the same key changes nothing. The person's
     * preferences hold: what they refused is not sent by e-mail.
     *
     * <p>A written message is delivered at least once. Two nodes never send the same one; a second
     * copy can only appear when a node dies after the mail server accepted the message and before
     * that was noted, and it then bears the same {@code Message-ID}.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a
     *     transaction
     * @throws IllegalArgumentException if no block declares the category of the message as a bean
     */
    void send(Message message);

    /** How many messages on his pages the recipient has not read yet. */
    int unread(UUID recipient);

    /** The recipient's messages on his pages, the newest first, at most {@code limit}. */
    List<Notice> notices(UUID recipient, int limit);

    /**
     * Notes that the recipient read this message. False when it is not his, or is gone; reading
     * twice is no error.
     */
    boolean markRead(UUID recipient, UUID notice);

    /** Notes that the recipient read everything. */
    void markAllRead(UUID recipient);

    /**
     * Erases all that is kept about a recipient: messages, sent or waiting, and preferences. In the
     * caller's transaction if there is one.
     */
    void forget(UUID recipient);
}
