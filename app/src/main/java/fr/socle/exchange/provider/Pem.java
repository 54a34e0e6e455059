package fr.socle.exchange.provider;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Certificates and keys as text (RFC 7468). */
final class Pem {

    static final String CERTIFICATE = "CERTIFICATE";

    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private Pem() {}

    record Block(String label, byte[] bytes) {}

    /**
     * What lies between is passed by.
     *
     * @throws IllegalArgumentException for what is no base64
     */
    static List<Block> blocks(String text) {
        var blocks = new ArrayList<Block>();
        for (var each = BLOCK.matcher(text); each.find(); ) {
            var bytes = Base64.getMimeDecoder().decode(each.group(2));
            blocks.add(new Block(each.group(1), bytes));
        }
        return blocks;
    }

    static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    static String written(String label, byte[] bytes) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, lines);
    }

    static String written(List<X509Certificate> certificates) {
        var text = new StringBuilder();
        try {
            for (var certificate : certificates) {
                text.append(written(CERTIFICATE, certificate.getEncoded()));
            }
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("what was read can be written", broken);
        }
        return text.toString();
    }

    /** SHA-256 of the certificate, by which people recognise it. */
    static String fingerprint(X509Certificate certificate) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(hash).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
