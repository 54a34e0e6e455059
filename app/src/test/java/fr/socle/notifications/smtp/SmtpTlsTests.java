package fr.socle.notifications.smtp;

import static fr.socle.notifications.smtp.Smtp.cause;
import static fr.socle.notifications.smtp.Smtp.deliver;
import static fr.socle.notifications.smtp.Smtp.greenMail;
import static fr.socle.notifications.smtp.Smtp.letter;
import static fr.socle.notifications.smtp.Smtp.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.ServerSetup;
import fr.socle.notifications.MailSettings.Tls;
import fr.socle.notifications.delivery.Delivery;
import fr.socle.notifications.outbox.Failure.Cause;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing leaves unprotected that was to be protected. */
class SmtpTlsTests {

    @TempDir static Path folder;

    @AfterAll
    static void forgetTheKeys() {
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
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
}
