package fr.socle.notifications.outbox;

import fr.socle.notifications.Category;
import fr.socle.notifications.Recipient;
import fr.socle.notifications.letter.LetterWriter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail of the outbox, rendered.
 *
 * @param unsubscribe one-click address of RFC 8058; null when the category is mandatory
 * @param attempts how many were made, the one under way included
 */
public record Letter(
        UUID id,
        Recipient recipient,
        String category,
        String subject,
        String plain,
        String html,
        @Nullable String unsubscribe,
        int attempts) {

    /** A letter that nobody has tried to send yet. */
    public static Letter of(
            UUID id, Recipient to, Category category, LetterWriter.Written written) {
        return new Letter(
                id,
                to,
                category.code(),
                written.subject(),
                written.plain(),
                written.html(),
                written.unsubscribe(),
                0);
    }

    /** The same letter, one attempt later. */
    public Letter tried() {
        return new Letter(id, recipient, category, subject, plain, html, unsubscribe, attempts + 1);
    }

    /** Shows no content and nobody. */
    @Override
    public String toString() {
        return "Letter(" + id + ")";
    }
}
