package fr.socle.notifications.smtp;

import fr.socle.notifications.MailSettings;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** How the house speaks SMTP, from what the operator set. */
final class Sessions {

    private Sessions() {}

    static Session of(MailSettings settings, String host) {
        var timeout = Long.toString(settings.timeout().toMillis());
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        protect(properties, settings);
        return Session.getInstance(properties);
    }

    private static void protect(Properties properties, MailSettings settings) {
        switch (settings.tls()) {
            case NONE -> properties.put("mail.smtp.starttls.enable", "false");
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case IMPLICIT -> properties.put("mail.smtp.ssl.enable", "true");
        }
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        var trust = settings.trust();
        if (trust != null) {
            properties.put("mail.smtp.ssl.socketFactory", trusting(trust));
        }
    }

    private static SSLSocketFactory trusting(Path pem) {
        try (var file = Files.newInputStream(pem)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(file);
            for (var certificate : certificates) {
                store.setCertificateEntry("trusted" + store.size(), certificate);
            }
            var managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read socle.mail.trust: " + pem, unreadable);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException(
                    "socle.mail.trust holds no certificates: " + pem, wrong);
        }
    }
}
