package fr.socle.notifications.smtp;

import fr.socle.notifications.letter.Said;
import fr.socle.notifications.outbox.Letter;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it goes over the wire. Its {@code Message-ID} is the letter's own id, so that a copy
 * sent after a crash is recognised as one.
 */
final class MimeLetter extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    private MimeLetter(Session session, String id) {
        super(session);
        this.id = id;
    }

    static MimeLetter of(Letter letter, InternetAddress from, Session session, Instant now)
            throws MessagingException, UnsupportedEncodingException {
        var mime = new MimeLetter(session, "<" + letter.id() + "@" + domain(from) + ">");
        mime.setFrom(encoded(from.getAddress(), from.getPersonal()));
        mime.setRecipient(
                Message.RecipientType.TO,
                encoded(letter.recipient().address().value(), letter.recipient().name()));
        mime.setSubject(letter.subject(), UTF_8);
        mime.setSentDate(Date.from(now));
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setContentLanguage(new String[] {letter.recipient().language()});
        var unsubscribe = letter.unsubscribe();
        if (unsubscribe != null) {
            mime.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        mime.setContent(bodies(letter));
        mime.saveChanges();
        return mime;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    /** Readers show the last part that they understand. */
    private static MimeMultipart bodies(Letter letter) throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(letter.plain(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        return new MimeMultipart("alternative", plain, html);
    }

    private static InternetAddress encoded(String address, @Nullable String name)
            throws UnsupportedEncodingException {
        return new InternetAddress(address, name == null ? null : Said.line(name), UTF_8);
    }

    private static String domain(InternetAddress from) {
        var address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
