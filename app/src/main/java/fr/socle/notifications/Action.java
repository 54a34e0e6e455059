package fr.socle.notifications;

import java.net.URI;

/**
 * The button of a message.
 *
 * @param label a verb first: “Accepter l’invitation”
 * @param link absolute, {@code http} or {@code https}
 */
public record Action(String label, URI link) {

    public Action {
        var scheme = link.getScheme();
        if (link.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalArgumentException("a message links to an absolute web address");
        }
    }
}
