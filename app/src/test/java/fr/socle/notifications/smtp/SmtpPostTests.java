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
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpPostTests {

    private static final String FROM = "Ville d’Essai <ne-pas-repondre@socle.example>";

    @TempDir static Path folder;

    @AfterAll
    static void forgetTheKeys() {
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws Exception {
        var server = greenMail(ServerSetup.PROTOCOL_SMTP);
        try {
            var letter =
                    letter(
                            "Décision 🎉 prise",
                            "https://socle.example/preferences/x/desinscription/essai.nouvelles");
            assertThat(deliver(plain(server.getSmtp().getPort()), letter))
                    .isInstanceOf(Delivery.Accepted.class);
            var received = server.getReceivedMessages()[0];
            assertThat(received.getSubject()).isEqualTo("Décision 🎉 prise");
            assertThat(received.getHeader("Message-ID"))
                    .containsExactly("<" + letter.id() + "@socle.example>");
            assertThat(received.getHeader("List-Unsubscribe"))
                    .containsExactly(
                            "<https://socle.example/preferences/x/desinscription/essai.nouvelles>");
            assertThat(received.getHeader("List-Unsubscribe-Post"))
                    .containsExactly("List-Unsubscribe=One-Click");
            assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(((InternetAddress) received.getAllRecipients()[0]).getPersonal())
                    .isEqualTo("Zoé Essai");
            assertThat(((InternetAddress) received.getFrom()[0]).getPersonal())
                    .isEqualTo("Ville d’Essai");
            assertBodies(received);
        } finally {
            server.stop();
        }
    }

    private static void assertBodies(MimeMessage received) throws Exception {
        var bodies = (MimeMultipart) received.getContent();
        assertThat(bodies.getBodyPart(0).getContent()).asString().contains("Texte é 🎉 שלום");
        assertThat(bodies.getBodyPart(1).getContent()).asString().contains("<p>HTML é</p>");
    }

    @Test
    void aBatchUsesOneConnection() throws Exception {
        try (var server = new ScriptedServer(null);
                var conversation = plain(server.port()).open().orElseThrow()) {
            for (var i = 0; i < 5; i++) {
                assertThat(conversation.deliver(letter("Lettre " + i, null)))
                        .isInstanceOf(Delivery.Accepted.class);
            }
            assertThat(server.commands).filteredOn(it -> it.startsWith("EHLO")).hasSize(1);
            assertThat(server.letters).hasSize(5);
        }
    }

    @Test
    void aLineBreakCannotAddAHeader() throws Exception {
        try (var server = new ScriptedServer(null)) {
            var hostile = letter("Sujet\r\nBcc: espion@exemple.example\r\n\r\nCorps", null);
            deliver(plain(server.port()), hostile);
            assertThat(server.letters.getFirst()).doesNotContainPattern("(?m)^Bcc:");
            assertThat(server.commands).filteredOn(it -> it.startsWith("RCPT")).hasSize(1);
        }
    }

    @Test
    void aLongSubjectInAnotherScriptIsFoldedAndReadBack() throws Exception {
        var server = greenMail(ServerSetup.PROTOCOL_SMTP);
        try {
            var subject = "قرار بشأن طلبكم 📄 ".repeat(10).strip();
            deliver(plain(server.getSmtp().getPort()), letter(subject, null));
            var received = server.getReceivedMessages()[0];
            assertThat(received.getSubject()).isEqualTo(subject);
            assertThat(received.getHeader("Subject")[0].lines()).allMatch(it -> it.length() <= 78);
        } finally {
            server.stop();
        }
    }

    @Test
    void implicitTlsIsUsedAndTheNameIsChecked() throws Exception {
        var right = Certificate.forHost(folder, "localhost");
        var wrong = Certificate.forHost(folder, "autre.example");
        for (var certificate : new Certificate[] {right, wrong}) {
            System.setProperty("greenmail.tls.keystore.file", certificate.store().toString());
            System.setProperty("greenmail.tls.keystore.password", Certificate.PASSWORD);
            var server = greenMail(ServerSetup.PROTOCOL_SMTPS);
            try {
                var port = server.getSmtps().getPort();
                var delivery =
                        deliver(post(port, Tls.IMPLICIT, certificate.pem()), letter("TLS", null));
                if (certificate == right) {
                    assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
                    assertThat(
                                    cause(
                                            deliver(
                                                    post(port, Tls.IMPLICIT, null),
                                                    letter("Inconnu", null))))
                            .as("a certificate that nobody vouches for")
                            .isEqualTo(Cause.TLS);
                } else {
                    assertThat(cause(delivery))
                            .as("another host's certificate")
                            .isEqualTo(Cause.TLS);
                    assertThat(server.getReceivedMessages()).isEmpty();
                }
            } finally {
                server.stop();
            }
        }
    }

    @Test
    void startTlsProtectsTheLetter() throws Exception {
        var certificate = Certificate.forHost(folder, "localhost");
        try (var server = new ScriptedServer(certificate.server(), "STARTTLS")) {
            assertThat(
                            deliver(
                                    post(server.port(), Tls.STARTTLS, certificate.pem()),
                                    letter("TLS", null)))
                    .isInstanceOf(Delivery.Accepted.class);
            assertThat(server.commands.indexOf("STARTTLS")).isEqualTo(1);
            assertThat(server.letters).hasSize(1);
        }
    }

    @Test
    void anotherHostsCertificateIsRefusedUnderStartTls() throws Exception {
        var certificate = Certificate.forHost(folder, "autre.example");
        try (var server = new ScriptedServer(certificate.server(), "STARTTLS")) {
            var delivery =
                    deliver(
                            post(server.port(), Tls.STARTTLS, certificate.pem()),
                            letter("TLS", null));
            assertThat(cause(delivery)).isEqualTo(Cause.TLS);
            assertThat(server.letters).isEmpty();
        }
    }

    @Test
    void withoutTheStartTlsThatWasAskedForNothingLeaves() throws Exception {
        try (var server = new ScriptedServer(null)) {
            var delivery =
                    deliver(post(server.port(), Tls.STARTTLS, null), letter("En clair", null));
            assertThat(cause(delivery)).isEqualTo(Cause.TLS);
            assertThat(server.commands).noneMatch(it -> it.startsWith("MAIL"));
        }
    }

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

    @Test
    void anInternationalDomainIsWrittenInAscii() throws Exception {
        var to = Recipient.parse(UUID.randomUUID(), "zoe@préfecture.example", null, "fr").orThrow();
        try (var server = new ScriptedServer(null)) {
            deliver(plain(server.port()), letter(to, "Sujet", null));
            assertThat(server.commands).contains("RCPT TO:<zoe@xn--prfecture-c4a.example>");
        }
    }

    private static Cause later(Post post) {
        var delivery = deliver(post, letter("Plus tard", null));
        assertThat(delivery).isInstanceOf(Delivery.Deferred.class);
        return cause(delivery);
    }

    private static Cause cause(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Deferred(var why) -> why.cause();
            case Delivery.Refused(var why) -> why.cause();
            case Delivery.Accepted _, Delivery.Kept _ ->
                    throw new AssertionError("it did not fail: " + delivery);
        };
    }

    private static Delivery deliver(Post post, Letter letter) {
        try (var conversation = post.open().orElseThrow()) {
            return conversation.deliver(letter);
        }
    }

    private static SmtpPost plain(int port) {
        return post(port, Tls.NONE, null);
    }

    private static SmtpPost post(int port, Tls tls, @Nullable Path trust) {
        return new SmtpPost(settings(port, tls, trust), "localhost", Clock.systemUTC());
    }

    private static MailSettings settings(int port, Tls tls, @Nullable Path trust) {
        return new MailSettings(
                "localhost", port, null, null, tls, trust, FROM, Duration.ofSeconds(2));
    }

    private static GreenMail greenMail(String protocol) {
        var server = new GreenMail(new ServerSetup(0, "localhost", protocol));
        server.start();
        return server;
    }

    private static Letter letter(String subject, @Nullable String unsubscribe) {
        return letter(
                Recipient.parse(UUID.randomUUID(), "zoe@exemple.example", "Zoé Essai", "fr")
                        .orThrow(),
                subject,
                unsubscribe);
    }

    private static Letter letter(Recipient to, String subject, @Nullable String unsubscribe) {
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
