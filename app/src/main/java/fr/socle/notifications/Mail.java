package fr.socle.notifications;

import fr.socle.ui.Words;
import java.util.List;
import java.util.Optional;

/**
 * What a message says: a record of the calling block, whose components are its arguments and whose
 * sentences stand in that block's {@code messages_xx.properties}. The house turns it into a text
 * and an HTML body, with greeting and footer.
 *
 * <pre>{@code
 * record Invitation(String organisation, URI link) implements Mail {
 *     public Category category() { return DirectoryCategories.INVITATION; }
 *     public String subject(Words words) { return words.of("directory.mail.invitation.subject", organisation); }
 *     public List<String> paragraphs(Words words) { return List.of(words.of("directory.mail.invitation.body", organisation)); }
 *     public Optional<Action> action(Words words) {
 *         return Optional.of(new Action(words.of("directory.mail.invitation.action"), link));
 *     }
 * }
 * }</pre>
 */
public interface Mail {

    /** What kind of message this is; declared as a bean by the same block. */
    Category category();

    /** One line. A line break in it, which only data can bring, becomes a space. */
    String subject(Words words);

    /** Plain text, one entry per paragraph. It is escaped where it is shown. */
    List<String> paragraphs(Words words);

    /** The one thing to do next, if there is one: a button in the e-mail, a link on the page. */
    default Optional<Action> action(Words words) {
        return Optional.empty();
    }
}
