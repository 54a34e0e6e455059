package fr.socle.notifications.letter;

import fr.socle.notifications.Action;
import fr.socle.notifications.Mail;
import fr.socle.ui.Words;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was said, in the recipient's language, cleaned of what could deceive a reader or a mail
 * server.
 *
 * @param subject one line, at most {@value #SUBJECT_MAX} characters
 * @param body paragraphs, separated by an empty line
 */
public record Said(String subject, String body, @Nullable Action action) {

    static final int SUBJECT_MAX = 200;

    /** Line ends would start a header; direction overrides make a reader see another text. */
    private static final String BREAKS = "[\\p{Cntrl}\\u2028\\u2029]+";

    private static final String OVERRIDES = "[\\u202A-\\u202E\\u2066-\\u2069]";

    private static final String INVISIBLE = "[\\p{Cntrl}&&[^\\n\\t]]";

    static Said of(Mail mail, Words words) {
        return new Said(
                line(mail.subject(words)),
                mail.paragraphs(words).stream()
                        .map(Said::paragraph)
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining("\n\n")),
                mail.action(words).orElse(null));
    }

    public Said {
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("a message needs a subject");
        }
    }

    /** The body's paragraphs, in order. */
    public List<String> paragraphs() {
        return body.isEmpty() ? List.of() : List.of(body.split("\n\n"));
    }

    /** One line without anything that ends it, cut between two characters and never inside one. */
    public static String line(String text) {
        var line = text.replaceAll(BREAKS, " ").replaceAll(OVERRIDES, "").strip();
        return line.codePointCount(0, line.length()) <= SUBJECT_MAX
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SUBJECT_MAX - 1)) + "…";
    }

    private static String paragraph(String text) {
        return text.replaceAll("\\R", "\n")
                .replaceAll(INVISIBLE, "")
                .replaceAll(OVERRIDES, "")
                .replaceAll("\n{2,}", "\n")
                .strip();
    }
}
