package fr.socle.notifications.smtp;

import static fr.socle.notifications.smtp.Smtp.FROM;
import static fr.socle.notifications.smtp.Smtp.cause;
import static fr.socle.notifications.smtp.Smtp.deliver;
import static fr.socle.notifications.smtp.Smtp.later;
import static fr.socle.notifications.smtp.Smtp.letter;
import static fr.socle.notifications.smtp.Smtp.plain;
import static fr.socle.notifications.smtp.Smtp.settings;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.notifications.MailSettings;
import fr.socle.notifications.MailSettings.Tls;
import fr.socle.notifications.delivery.Delivery;
import fr.socle.notifications.outbox.Failure.Cause;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is refused for good, and what is tried again. */
class SmtpFailureTests {

    @Test
    void anUnknownRecipientIsRefusedForGood() throws Exception {
        try (var server = new ScriptedServer(null).on("RCPT", "550 5.1.1 no such user");
                var conversation = plain(server.port()).open().orElseThrow()) {
            var delivery = conversation.deliver(letter("Inconnu", null));
            assertThat(delivery).isInstanceOf(Delivery.Refused.class);
            assertThat(cause(delivery)).isEqualTo(Cause.RECIPIENT);
            server.on("RCPT", "250 ok");
            assertThat(conversation.deliver(letter("Suivant", null)))
                    .isInstanceOf(Delivery.Accepted.class);
        }
    }

    @Test
    void aRefusedContentIsRefusedForGood() throws Exception {
        try (var server = new ScriptedServer(null).on(".", "554 5.7.1 unwanted")) {
            var delivery = deliver(plain(server.port()), letter("Refus", null));
            assertThat(delivery).isInstanceOf(Delivery.Refused.class);
            assertThat(cause(delivery)).isEqualTo(Cause.CONTENT);
        }
    }

    @Test
    void whatTheOperatorMustMendIsTriedAgain() throws Exception {
        try (var server = new ScriptedServer(null).on("MAIL", "550 5.7.1 sender unknown")) {
            assertThat(later(plain(server.port()))).isEqualTo(Cause.SENDER);
        }
        try (var server = new ScriptedServer(null).on("MAIL", "530 5.7.0 sign in first")) {
            assertThat(later(plain(server.port()))).isIn(Cause.SENDER, Cause.SIGN_IN);
        }
        try (var server = new ScriptedServer(null, "AUTH PLAIN").on("AUTH", "535 5.7.8 no")) {
            var settings =
                    new MailSettings(
                            "localhost",
                            server.port(),
                            "compte",
                            "faux",
                            Tls.NONE,
                            null,
                            FROM,
                            Duration.ofSeconds(2));
            assertThat(later(new SmtpPost(settings, "localhost", Clock.systemUTC())))
                    .isEqualTo(Cause.SIGN_IN);
        }
    }

    @Test
    void aBusyServerIsTriedAgain() throws Exception {
        for (var command : new String[] {"MAIL", "RCPT", "DATA", "."}) {
            try (var server = new ScriptedServer(null).on(command, "451 4.3.0 later")) {
                assertThat(later(plain(server.port()))).as(command).isIn(Cause.BUSY, Cause.SENDER);
            }
        }
    }

    @Test
    void aServerThatDiesAnywhereIsTriedAgain() throws Exception {
        for (var command : new String[] {"EHLO", "MAIL", "RCPT", "DATA", "."}) {
            try (var server =
                    new ScriptedServer(null)
                            .on(command, ScriptedServer.DIE)
                            .on("HELO", ScriptedServer.DIE)) {
                assertThat(deliver(plain(server.port()), letter("Coupure", null)))
                        .as(command)
                        .isInstanceOf(Delivery.Deferred.class);
            }
        }
    }

    @Test
    void aConversationGoesOnAfterTheServerDied() throws Exception {
        try (var server = new ScriptedServer(null).on("RCPT", ScriptedServer.DIE);
                var conversation = plain(server.port()).open().orElseThrow()) {
            assertThat(conversation.deliver(letter("Un", null)))
                    .isInstanceOf(Delivery.Deferred.class);
            server.on("RCPT", "250 ok");
            assertThat(conversation.deliver(letter("Deux", null)))
                    .isInstanceOf(Delivery.Accepted.class);
        }
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() throws Exception {
        var server = new ScriptedServer(null);
        server.close();
        assertThat(later(plain(server.port()))).isEqualTo(Cause.UNREACHABLE);
    }

    @Test
    void aServerThatAnswersByteByByteIsLeft() throws Exception {
        try (var server = new ScriptedServer(null).on("MAIL", ScriptedServer.DRIP)) {
            var settings = settings(server.port(), Tls.NONE, null);
            var post =
                    new SmtpPost(settings, "localhost", Clock.systemUTC(), Duration.ofMillis(700));
            var before = System.nanoTime();
            assertThat(cause(deliver(post, letter("Lente", null)))).isEqualTo(Cause.SLOW);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }
}
