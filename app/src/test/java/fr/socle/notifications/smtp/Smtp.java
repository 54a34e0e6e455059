package fr.socle.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.socle.notifications.MailSettings;
import fr.socle.notifications.MailSettings.Tls;
import fr.socle.notifications.Recipient;
import fr.socle.notifications.delivery.Delivery;
import fr.socle.notifications.delivery.Post;
import fr.socle.notifications.outbox.Failure.Cause;
import fr.socle.notifications.outbox.Letter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Letters, and posts that try them with a server. */
final class Smtp {

    static final String FROM = "Ville d’Essai <ne-pas-repondre@socle.example>";

    private Smtp() {}

    static Cause later(Post post) {
        var delivery = deliver(post, letter("Plus tard", null));
        assertThat(delivery).isInstanceOf(Delivery.Deferred.class);
        return cause(delivery);
    }

    static Cause cause(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Deferred(var why) -> why.cause();
            case Delivery.Refused(var why) -> why.cause();
            case Delivery.Accepted _, Delivery.Kept _ ->
                    throw new AssertionError("it did not fail: " + delivery);
        };
    }

    static Delivery deliver(Post post, Letter letter) {
        try (var conversation = post.open().orElseThrow()) {
            return conversation.deliver(letter);
        }
    }

    static SmtpPost plain(int port) {
        return post(port, Tls.NONE, null);
    }

    static SmtpPost post(int port, Tls tls, @Nullable Path trust) {
        return new SmtpPost(settings(port, tls, trust), "localhost", Clock.systemUTC());
    }

    static MailSettings settings(int port, Tls tls, @Nullable Path trust) {
        return new MailSettings(
                "localhost", port, null, null, tls, trust, FROM, Duration.ofSeconds(2));
    }

    static GreenMail greenMail(String protocol) {
        var server = new GreenMail(new ServerSetup(0, "localhost", protocol));
        server.start();
        return server;
    }

    static Letter letter(String subject, @Nullable String unsubscribe) {
        return letter(
                Recipient.parse(UUID.randomUUID(), "zoe@exemple.example", "Zoé Essai", "fr")
                        .orThrow(),
                subject,
                unsubscribe);
    }

    static Letter letter(Recipient to, String subject, @Nullable String unsubscribe) {
        return new Letter(
                UUID.randomUUID(),
                to,
                "essai.nouvelles",
                subject,
                "Texte é 🎉 שלום",
                "<p>HTML é</p>",
                unsubscribe,
                1);
    }
}
