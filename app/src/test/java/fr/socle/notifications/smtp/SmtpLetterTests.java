package fr.socle.notifications.smtp;

import static fr.socle.notifications.smtp.Smtp.deliver;
import static fr.socle.notifications.smtp.Smtp.greenMail;
import static fr.socle.notifications.smtp.Smtp.letter;
import static fr.socle.notifications.smtp.Smtp.plain;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.ServerSetup;
import fr.socle.notifications.Recipient;
import fr.socle.notifications.delivery.Delivery;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What arrives. */
class SmtpLetterTests {

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
    void anInternationalDomainIsWrittenInAscii() throws Exception {
        var to = Recipient.parse(UUID.randomUUID(), "zoe@préfecture.example", null, "fr").orThrow();
        try (var server = new ScriptedServer(null)) {
            deliver(plain(server.port()), letter(to, "Sujet", null));
            assertThat(server.commands).contains("RCPT TO:<zoe@xn--prfecture-c4a.example>");
        }
    }

    private static void assertBodies(MimeMessage received) throws Exception {
        var bodies = (MimeMultipart) received.getContent();
        assertThat(bodies.getBodyPart(0).getContent()).asString().contains("Texte é 🎉 שלום");
        assertThat(bodies.getBodyPart(1).getContent()).asString().contains("<p>HTML é</p>");
    }
}
