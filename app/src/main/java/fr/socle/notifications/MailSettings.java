package fr.socle.notifications;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Through which server e-mails leave.
 *
 * @param host the mail server (SMTP); without one, e-mails are kept and shown at {@code /courriels}
 *     in demonstration, and wait otherwise
 * @param port 587 for {@code starttls}, 465 for {@code implicit}, 25 for {@code none}
 * @param user the account at that server; none by default
 * @param password its password
 * @param tls {@code starttls}: the server must offer it, or nothing is sent; {@code implicit}: TLS
 *     from the first byte; {@code none}: in clear, for a server on the same machine. With TLS the
 *     certificate must be valid and bear the host's name
 * @param trust a PEM file of certificates to trust instead of the public ones, for a server inside
 *     an administration's network
 * @param from the sender: {@code Ville de Demo <ne-pas-repondre@demo.example>}; needed with a host
 * @param timeout how long the server may keep silent; a whole conversation never lasts over two
 *     minutes
 */
@ConfigurationProperties("socle.mail")
public record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("starttls") Tls tls,
        @Nullable Path trust,
        @Nullable String from,
        @DefaultValue("10s") Duration timeout) {

    /** How the conversation with the mail server is protected. */
    public enum Tls {
        NONE,
        STARTTLS,
        IMPLICIT
    }

    public MailSettings {
        host = host == null || host.isBlank() ? null : host.strip();
        if (host != null && from == null) {
            throw new IllegalArgumentException("socle.mail.host needs socle.mail.from");
        }
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException(
                    "socle.mail.user and socle.mail.password go together");
        }
        if (timeout.compareTo(Duration.ofMillis(100)) < 0
                || timeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("socle.mail.timeout lies between 100ms and 1m");
        }
        if (from != null) {
            read(from);
        }
    }

    /** The sender's address; an unroutable one while there is no server. */
    public InternetAddress sender() {
        return read(from == null ? "ne-pas-repondre@socle.invalid" : from);
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return "MailSettings(" + host + ":" + port + ", " + tls + ")";
    }

    private static InternetAddress read(String from) {
        try {
            var sender = new InternetAddress(from, true);
            sender.validate();
            return sender;
        } catch (AddressException wrong) {
            throw new IllegalArgumentException(
                    "socle.mail.from is not an e-mail address: " + from, wrong);
        }
    }
}
