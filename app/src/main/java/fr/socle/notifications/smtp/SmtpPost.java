package fr.socle.notifications.smtp;

import fr.socle.notifications.MailSettings;
import fr.socle.notifications.delivery.Post;
import fr.socle.notifications.delivery.Sender;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Letters leave through the operator's mail server. */
public final class SmtpPost implements Post {

    private final Session session;
    private final MailSettings settings;
    private final Clock clock;
    private final Duration patience;

    public SmtpPost(MailSettings settings, String host, Clock clock) {
        this(settings, host, clock, Sender.ATTEMPT);
    }

    /**
     * @param patience how long the conversation about one letter may last
     */
    SmtpPost(MailSettings settings, String host, Clock clock, Duration patience) {
        this.session = Sessions.of(settings, host);
        this.settings = settings;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public Optional<Conversation> open() {
        return Optional.of(new SmtpConversation(this, patience));
    }

    Session session() {
        return session;
    }

    MailSettings settings() {
        return settings;
    }

    Clock clock() {
        return clock;
    }
}
