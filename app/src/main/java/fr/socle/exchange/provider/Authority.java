package fr.socle.exchange.provider;

import fr.socle.kernel.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificate authorities of one provider's own: they alone are believed, for that provider
 * (its token address included) and for nobody else.
 *
 * @param certificates each of an authority (RFC 5280, 4.2.1.9)
 */
public record Authority(List<X509Certificate> certificates) {

    /** No file of an operator's is longer, in bytes. */
    public static final int LARGEST = 100_000;

    private static final int MOST = 10;

    /** Where {@code keyUsage} says that it signs certificates (RFC 5280, 4.2.1.3). */
    private static final int KEY_CERT_SIGN = 5;

    public Authority {
        certificates = List.copyOf(certificates);
    }

    /** One of them, as people see it. */
    public record Line(String subject, Instant until, String fingerprint) {}

    /**
     * @param file PEM with nothing but certificates
     * @param now no certificate that is over is taken
     */
    public static Parsed<Authority> read(byte[] file, Instant now) {
        var certificates = new ArrayList<X509Certificate>();
        try {
            for (var block : Pem.blocks(new String(file, StandardCharsets.ISO_8859_1))) {
                if (!block.label().equals(Pem.CERTIFICATE)) {
                    return Parsed.invalid("exchange.authority.certificates-only");
                }
                certificates.add(Pem.certificate(block.bytes()));
            }
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return Parsed.invalid("exchange.authority.unreadable");
        }
        return new Authority(certificates).checked(now);
    }

    private Parsed<Authority> checked(Instant now) {
        if (certificates.isEmpty()) {
            return Parsed.invalid("exchange.authority.unreadable");
        }
        if (certificates.size() > MOST) {
            return Parsed.invalid("exchange.authority.many", MOST);
        }
        for (var each : certificates) {
            if (!vouches(each)) {
                return Parsed.invalid("exchange.authority.none", subject(each));
            }
            if (isOver(each, now)) {
                return Parsed.invalid("exchange.authority.over", subject(each));
            }
        }
        return Parsed.valid(this);
    }

    private static boolean vouches(X509Certificate it) {
        var usage = it.getKeyUsage();
        return it.getBasicConstraints() >= 0 && (usage == null || usage[KEY_CERT_SIGN]);
    }

    private static boolean isOver(X509Certificate it, Instant now) {
        return !it.getNotAfter().toInstant().isAfter(now);
    }

    private static String subject(X509Certificate it) {
        return it.getSubjectX500Principal().getName();
    }

    /** Reads {@link #pem} again. */
    public static Authority stored(String pem) {
        try {
            var certificates = new ArrayList<X509Certificate>();
            for (var block : Pem.blocks(pem)) {
                certificates.add(Pem.certificate(block.bytes()));
            }
            return new Authority(certificates);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a stored certificate is read again", broken);
        }
    }

    /** As a row keeps it. */
    public String pem() {
        return Pem.written(certificates);
    }

    public List<Line> lines() {
        return certificates.stream()
                .map(it -> new Line(subject(it), it.getNotAfter().toInstant(), Pem.fingerprint(it)))
                .toList();
    }

    /** When the next of them is over. */
    Instant until() {
        return certificates.stream()
                .map(it -> it.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** Those that are not over: Java asks an authority's own certificate for no date. */
    Authority at(Instant now) {
        return new Authority(certificates.stream().filter(it -> !isOver(it, now)).toList());
    }

    /** Believe whom they vouch for; nobody, when there is none left. */
    TrustManager[] trustManagers() {
        try {
            var anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            for (int i = 0; i < certificates.size(); i++) {
                anchors.setCertificateEntry("authority-" + i, certificates.get(i));
            }
            var factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(anchors);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException missing) {
            throw new IllegalStateException("every JDK has PKIX", missing);
        }
    }
}
