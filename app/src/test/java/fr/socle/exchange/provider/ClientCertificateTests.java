package fr.socle.exchange.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import fr.socle.exchange.Answer.Failure;
import fr.socle.exchange.Question.Parameter;
import fr.socle.exchange.Question.Search;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.Library;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siret;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A provider that lets in only who proves himself under TLS, over real HTTPS. */
@NullMarked
class ClientCertificateTests {

    private static final String PASSWORD = Keytool.PASSWORD;
    private static final DataSet SET = Library.find("quotient-familial").orElseThrow();

    @TempDir Path folder = Path.of("x");

    private final List<String> seen = new ArrayList<>();
    private @Nullable HttpsServer server;
    private @Nullable ProviderClient client;

    @BeforeEach
    void start() throws Exception {
        var theirs = made("fournisseur", "RSA", 30);
        var ours = made("socle", "RSA", 30);
        var context = SSLContext.getInstance("TLS");
        context.init(keys(theirs), trust(ours), null);
        var https =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(
                new HttpsConfigurator(context) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters demanded = context.getDefaultSSLParameters();
                        demanded.setNeedClientAuth(true);
                        parameters.setSSLParameters(demanded);
                    }
                });
        https.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        https.createContext(
                "/",
                exchange -> {
                    var session = ((HttpsExchange) exchange).getSSLSession();
                    seen.add(session.getPeerPrincipal().getName());
                    seen.add(
                            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                    var body = "{\"data\":{}}".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        https.start();
        server = https;
        var cap = Duration.ofSeconds(10);
        client =
                new ProviderClient(
                        JsonMapper.builder().build(),
                        Clock.systemUTC(),
                        cap,
                        new ProviderHttp(
                                SystemDefaultDnsResolver.INSTANCE,
                                cap,
                                trust(theirs),
                                Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void theProviderSeesOurCertificateAndNobodyElseIsLetIn() throws Exception {
        var own = read(Files.readAllBytes(folder.resolve("socle.p12"))).pem();
        assertThat(ask(new Credential.Certificate(), "", own))
                .isInstanceOf(ProviderAnswer.Found.class);
        assertThat(seen).containsExactly("CN=socle", "null");
        assertThat(ask(new Credential.Bearer(), "jeton", own))
                .isInstanceOf(ProviderAnswer.Found.class);
        assertThat(seen).contains("Bearer jeton");
        assertThat(failure(ask(new Credential.Bearer(), "jeton", null)))
                .isIn(Failure.KEEPS_US_OUT, Failure.UNREACHABLE);
        made("autre", "EC", 30);
        var another = read(Files.readAllBytes(folder.resolve("autre.p12"))).pem();
        assertThat(failure(ask(new Credential.Certificate(), "", another)))
                .isIn(Failure.KEEPS_US_OUT, Failure.UNREACHABLE);
        assertThat(seen).hasSize(4);
        assertThat(ask(new Credential.Certificate(), "", own))
                .isInstanceOf(ProviderAnswer.Found.class);
    }

    @Test
    void aServerOfAnotherNameIsNotBelieved() throws Exception {
        var own = read(Files.readAllBytes(folder.resolve("socle.p12"))).pem();
        var port = Objects.requireNonNull(server).getAddress().getPort();
        var answer = ask("https://127.0.0.1:" + port, new Credential.Certificate(), "", own);
        assertThat(failure(answer)).isEqualTo(Failure.UNTRUSTED);
        assertThat(seen).isEmpty();
    }

    @Test
    void pemAndPkcs12TellTheSameCertificateAndReadAgainAsStored() throws Exception {
        var file = Files.readAllBytes(folder.resolve("socle.p12"));
        var it = read(file);
        assertThat(it.subject()).isEqualTo("CN=socle");
        assertThat(it.until()).isAfter(Instant.now().plus(Duration.ofDays(29)));
        var again = read(it.pem().getBytes(StandardCharsets.UTF_8));
        assertThat(again.fingerprint()).isEqualTo(it.fingerprint()).hasSize(95);
        assertThat(ClientCertificate.stored(it.pem()).fingerprint()).isEqualTo(it.fingerprint());
        assertThat(it.toString()).doesNotContain("PRIVATE");
        assertThat(read(Files.readAllBytes(made("courbe", "EC", 30))).subject())
                .isEqualTo("CN=courbe");
    }

    @Test
    void whatIsNoCertificateOfOursIsRefusedWithItsReason() throws Exception {
        var file = Files.readAllBytes(folder.resolve("socle.p12"));
        var pem = read(file).pem();
        var other = read(Files.readAllBytes(folder.resolve("fournisseur.p12"))).pem();
        var key = pem.substring(0, pem.indexOf("-----BEGIN CERTIFICATE"));
        var certificate = other.substring(other.indexOf("-----BEGIN CERTIFICATE"));
        assertThat(why(file, "faux")).endsWith("unreadable");
        assertThat(why("rien".getBytes(StandardCharsets.UTF_8), "")).endsWith("unreadable");
        assertThat(why(key + certificate)).endsWith("other-key");
        assertThat(why(certificate)).endsWith("no-key");
        assertThat(why(key)).endsWith("no-certificate");
        assertThat(
                        why(
                                pem.replace("BEGIN PRIVATE", "BEGIN RSA PRIVATE")
                                        .replace("END PRIVATE", "END RSA PRIVATE")))
                .endsWith("pkcs8");
        assertThat(why(pem.replace("MII", "AAA"))).endsWith("unreadable");
        var later = Instant.now().plus(Duration.ofDays(40));
        assertThat(ClientCertificate.read(file, PASSWORD, later))
                .isEqualTo(Parsed.invalid("exchange.certificate.over"));
    }

    @Test
    void aKeyUnderAPasswordIsOpenedWithItAlone() throws Exception {
        var sealed = sealedPem();
        var bytes = sealed.getBytes(StandardCharsets.UTF_8);
        assertThat(why(bytes, "faux")).endsWith("unreadable");
        assertThat(ClientCertificate.read(bytes, PASSWORD, Instant.now()))
                .isInstanceOf(Parsed.Valid.class);
    }

    /** As openssl writes it: the key under PBES2 (RFC 8018). */
    private String sealedPem() throws Exception {
        var it = read(Files.readAllBytes(folder.resolve("socle.p12")));
        var scheme = "PBEWithHmacSHA256AndAES_256";
        var secret =
                SecretKeyFactory.getInstance(scheme)
                        .generateSecret(new PBEKeySpec(PASSWORD.toCharArray()));
        var cipher = Cipher.getInstance(scheme);
        cipher.init(Cipher.ENCRYPT_MODE, secret);
        var parameters = AlgorithmParameters.getInstance("PBES2");
        parameters.init(cipher.getParameters().getEncoded());
        var info = new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(it.key().getEncoded()));
        var pem = it.pem();
        return "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(info.getEncoded())
                + "\n-----END ENCRYPTED PRIVATE KEY-----\n"
                + pem.substring(pem.indexOf("-----BEGIN CERTIFICATE"));
    }

    private static ClientCertificate read(byte[] file) {
        return ClientCertificate.read(file, PASSWORD, Instant.now()).orThrow();
    }

    private static String why(String pem) {
        return why(pem.getBytes(StandardCharsets.UTF_8), "");
    }

    private static String why(byte[] file, String password) {
        return ClientCertificate.read(file, password, Instant.now())
                        instanceof Parsed.Invalid<ClientCertificate>(var why)
                ? why.key()
                : "valid";
    }

    private static Failure failure(ProviderAnswer answer) {
        return ((ProviderAnswer.Failed) answer).failure();
    }

    private ProviderAnswer ask(Credential credential, String secret, @Nullable String certificate) {
        var port = Objects.requireNonNull(server).getAddress().getPort();
        return ask("https://localhost:" + port, credential, secret, certificate);
    }

    private ProviderAnswer ask(
            String base, Credential credential, String secret, @Nullable String certificate) {
        var access = new Provider.Access(credential, secret, certificate);
        var provider = new Provider(SET, "Essai", base, access, true);
        return Objects.requireNonNull(client)
                .ask(
                        provider,
                        new Search.Written(List.of(new Parameter("nomNaissance", "TEST"))),
                        new Siret("13002526500013"),
                        Set.of());
    }

    /** A self-signed key of this name. */
    private Path made(String name, String algorithm, int days) throws Exception {
        var file = folder.resolve(name + ".p12");
        Keytool.genkeypair(
                file,
                name,
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost",
                "-validity",
                "" + days);
        return file;
    }

    private static KeyManager[] keys(Path file) throws Exception {
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(Keytool.opened(file), PASSWORD.toCharArray());
        return factory.getKeyManagers();
    }

    /** Believes the certificate of this file alone. */
    private static TrustManager[] trust(Path file) throws Exception {
        var store = Keytool.opened(file);
        var anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        var alias = store.aliases().nextElement();
        anchors.setCertificateEntry(alias, store.getCertificate(alias));
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        return factory.getTrustManagers();
    }
}
