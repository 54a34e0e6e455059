package fr.socle.notifications.letter;

import fr.socle.ui.Words;
import java.util.List;

/**
 * What a letter shows, in text and in HTML.
 *
 * @param greeting first line, with the name when it is known
 * @param titled whether each part bears its own subject: in the letter of the day
 * @param preferences address of the page where the recipient chooses what he receives
 */
public record LetterBody(
        Words words,
        String site,
        String subject,
        String greeting,
        List<Said> parts,
        boolean titled,
        String preferences) {

    public LetterBody {
        parts = List.copyOf(parts);
    }

    /** The same letter for those who read text. */
    String plain() {
        var text = new StringBuilder(greeting).append("\n\n");
        parts.forEach(part -> append(text, part));
        return text.append("-- \n")
                .append(site)
                .append('\n')
                .append(words.of("notifications.letter.preferences"))
                .append(words.of("notifications.letter.colon"))
                .append(preferences)
                .append('\n')
                .toString();
    }

    private void append(StringBuilder text, Said part) {
        if (titled) {
            text.append("* ").append(part.subject()).append("\n\n");
        }
        text.append(part.body()).append("\n\n");
        var action = part.action();
        if (action != null) {
            text.append(action.label())
                    .append(words.of("notifications.letter.colon"))
                    .append(action.link())
                    .append("\n\n");
        }
    }
}
