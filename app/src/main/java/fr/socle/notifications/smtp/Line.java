package fr.socle.notifications.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that opens itself when it is needed. One thread at a time uses it. */
final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final SmtpPost post;
    private @Nullable Transport open;

    Line(SmtpPost post) {
        this.post = post;
    }

    void send(MimeMessage message) throws MessagingException {
        transport().sendMessage(message, message.getAllRecipients());
    }

    void close() {
        var transport = open;
        open = null;
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException gone) {
                LOG.debug("the mail server had closed the connection", gone);
            }
        }
    }

    /** Asks first whether the server is still there: it may have closed an idle connection. */
    private Transport transport() throws MessagingException {
        var transport = open;
        if (transport == null || !transport.isConnected()) {
            transport = post.session().getTransport("smtp");
            open = transport;
            transport.connect(post.settings().user(), post.settings().password());
        }
        return transport;
    }
}
