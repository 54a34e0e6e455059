package fr.socle.notifications;

import java.util.EnumSet;
import java.util.Set;

/**
 * One thing to tell one person, once.
 *
 * @param key names this message among all others, for ever: {@code directory.invitation/<id>}.
 *     Sending twice under one key is one message. At most 200 characters; only its hash is kept,
 *     for 400 days
 * @param channels where it is said: by e-mail, on the person's pages, or both
 */
public record Message(Recipient recipient, Mail mail, String key, Set<Channel> channels) {

    /** Where a message is said. */
    public enum Channel {
        EMAIL,
        IN_APP
    }

    public Message {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("a key has 1 to 200 characters");
        }
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a message needs a channel");
        }
        channels = Set.copyOf(channels);
    }

    /** By e-mail only. */
    public static Message byMail(Recipient recipient, Mail mail, String key) {
        return new Message(recipient, mail, key, Set.of(Channel.EMAIL));
    }

    /** By e-mail and on the person's pages. */
    public static Message everywhere(Recipient recipient, Mail mail, String key) {
        return new Message(recipient, mail, key, EnumSet.allOf(Channel.class));
    }
}
