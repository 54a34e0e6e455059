package fr.socle.exchange.provider;

import fr.socle.kernel.Parsed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The key and certificate by which this house proves itself to a provider under TLS.
 *
 * @param chain our certificate first, then those that vouch for it
 */
public record ClientCertificate(PrivateKey key, List<X509Certificate> chain) {

    /** No file of an operator's is longer, in bytes. */
    public static final int LARGEST = 100_000;

    private static final int MOST_IN_CHAIN = 10;
    private static final List<String> KEYS = List.of("RSA", "EC", "Ed25519");

    public ClientCertificate {
        chain = List.copyOf(chain);
    }

    /**
     * Reads what an operator has: PKCS#12 (RFC 7292), or PEM with the certificates and the key in
     * PKCS#8 (RFC 7468), sealed with the password or not.
     *
     * @param now no certificate that is over is taken
     */
    public static Parsed<ClientCertificate> read(byte[] file, String password, Instant now) {
        try {
            var text = new String(file, StandardCharsets.ISO_8859_1);
            var read = text.contains("-----BEGIN ") ? pem(text, password) : pkcs12(file, password);
            return switch (read) {
                case Parsed.Invalid<ClientCertificate> wrong -> wrong;
                case Parsed.Valid<ClientCertificate>(var it) -> it.checked(now);
            };
        } catch (GeneralSecurityException | IOException | IllegalArgumentException unreadable) {
            return Parsed.invalid("exchange.certificate.unreadable");
        }
    }

    /** Reads {@link #pem} again. */
    public static ClientCertificate stored(String pem) {
        try {
            return pem(pem, "").orThrow();
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("a stored certificate is read again", broken);
        }
    }

    private static Parsed<ClientCertificate> pkcs12(byte[] file, String password)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), password.toCharArray());
        for (var alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
                var chain =
                        Arrays.stream(store.getCertificateChain(alias))
                                .map(X509Certificate.class::cast)
                                .toList();
                return Parsed.valid(new ClientCertificate(key, chain));
            }
        }
        return Parsed.invalid("exchange.certificate.no-key");
    }

    private static Parsed<ClientCertificate> pem(String text, String password)
            throws GeneralSecurityException, IOException {
        @Nullable PrivateKey key = null;
        var chain = new ArrayList<X509Certificate>();
        for (var block : Pem.blocks(text)) {
            var bytes = block.bytes();
            switch (block.label()) {
                case Pem.CERTIFICATE -> chain.add(Pem.certificate(bytes));
                case "PRIVATE KEY" -> key = key(new PKCS8EncodedKeySpec(bytes));
                case "ENCRYPTED PRIVATE KEY" -> key = key(opened(bytes, password));
                default -> {
                    return Parsed.invalid("exchange.certificate.pkcs8");
                }
            }
        }
        if (key == null) {
            return Parsed.invalid("exchange.certificate.no-key");
        }
        return Parsed.valid(new ClientCertificate(key, chain));
    }

    private static PrivateKey key(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
        for (var algorithm : KEYS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (GeneralSecurityException another) {
                continue;
            }
        }
        throw new GeneralSecurityException("a key of no known kind");
    }

    private static PKCS8EncodedKeySpec opened(byte[] sealed, String password)
            throws GeneralSecurityException, IOException {
        var info = new EncryptedPrivateKeyInfo(sealed);
        // because under PBES2 the name of the scheme stands in the parameters
        var scheme =
                info.getAlgName().equals("PBES2")
                        ? info.getAlgParameters().toString()
                        : info.getAlgName();
        var secret =
                SecretKeyFactory.getInstance(scheme)
                        .generateSecret(new PBEKeySpec(password.toCharArray()));
        var cipher = Cipher.getInstance(scheme);
        cipher.init(Cipher.DECRYPT_MODE, secret, info.getAlgParameters());
        return info.getKeySpec(cipher);
    }

    private Parsed<ClientCertificate> checked(Instant now) {
        if (chain.isEmpty() || chain.size() > MOST_IN_CHAIN) {
            return Parsed.invalid("exchange.certificate.no-certificate");
        }
        if (!KEYS.contains(key.getAlgorithm()) && !key.getAlgorithm().equals("EdDSA")) {
            return Parsed.invalid("exchange.certificate.unreadable");
        }
        if (!belongs()) {
            return Parsed.invalid("exchange.certificate.other-key");
        }
        return until().isAfter(now)
                ? Parsed.valid(this)
                : Parsed.invalid("exchange.certificate.over");
    }

    /** Whether the certificate is this key's: what the one signs, the other verifies. */
    private boolean belongs() {
        var algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> "Ed25519";
                };
        try {
            var signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(algorithm.getBytes(StandardCharsets.UTF_8));
            var signed = signing.sign();
            signing.initVerify(own().getPublicKey());
            signing.update(algorithm.getBytes(StandardCharsets.UTF_8));
            return signing.verify(signed);
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private X509Certificate own() {
        return chain.getFirst();
    }

    /** Who it says we are (RFC 2253). */
    public String subject() {
        return own().getSubjectX500Principal().getName();
    }

    public Instant until() {
        return own().getNotAfter().toInstant();
    }

    /** SHA-256 of the certificate, by which a provider's operator recognises it. */
    public String fingerprint() {
        return Pem.fingerprint(own());
    }

    /** As a row keeps it, sealed: the key, then the certificates. */
    public String pem() {
        return Pem.written("PRIVATE KEY", key.getEncoded()) + Pem.written(chain);
    }

    KeyManager keyManager() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("us", key, new char[0], chain.toArray(X509Certificate[]::new));
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            return factory.getKeyManagers()[0];
        } catch (GeneralSecurityException | IOException missing) {
            throw new IllegalStateException("every JDK has PKCS#12", missing);
        }
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "ClientCertificate[" + subject() + "]";
    }
}
