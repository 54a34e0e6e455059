package fr.socle.notifications.preferences;

import fr.socle.kernel.Parsed;
import java.util.Locale;

/** When a person wants the e-mails of a category. */
public enum Choice {
    /** As soon as there is something to say. */
    IMMEDIATE,
    /** With the others, in one e-mail a day. */
    DAILY,
    /** Not by e-mail; messages on the person's pages remain. */
    NEVER;

    /** The word in the database, in forms and in the keys of messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses any other word with {@code notifications.preferences.unknown}. */
    public static Parsed<Choice> parse(String word) {
        for (var choice : values()) {
            if (choice.word().equals(word)) {
                return Parsed.valid(choice);
            }
        }
        return Parsed.invalid("notifications.preferences.unknown");
    }
}
