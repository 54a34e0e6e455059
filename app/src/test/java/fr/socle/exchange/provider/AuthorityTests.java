package fr.socle.exchange.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
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
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A provider whose certificate comes from an authority of its own, over real HTTPS. */
@NullMarked
class AuthorityTests {

    private static final DataSet SET = Library.find("quotient-familial").orElseThrow();
    private static final Duration CAP = Duration.ofSeconds(10);

    @TempDir Path folder = Path.of("x");

    private final List<HttpsServer> servers = new ArrayList<>();
    private String own = "";
    private String other = "";
    private Instant now = Instant.now();
    private @Nullable ProviderClient client;

    @BeforeEach
    void twoAuthorities() throws Exception {
        own = Keytool.authority(file("la-sienne"), "La sienne");
        other = Keytool.authority(file("une-autre"), "Une autre");
        client = new ProviderClient(JsonMapper.builder().build(), clock(), CAP, http(null));
    }

    @AfterEach
    void stop() {
        servers.forEach(it -> it.stop(0));
    }

    @Test
    void aProviderIsBelievedUnderItsOwnAuthorityAndUnderNoOther() throws Exception {
        var port = serving("la-sienne", "serveur");
        assertThat(ask(port, own)).isInstanceOf(ProviderAnswer.Found.class);
        assertThat(failure(ask(port, other))).isEqualTo(Failure.UNTRUSTED);
        assertThat(failure(ask(port, null))).isEqualTo(Failure.UNTRUSTED);
        assertThat(ask(port, other + own)).isInstanceOf(ProviderAnswer.Found.class);
    }

    @Test
    void besideItsOwnAuthorityNobodyIsBelievedWhomTheRuntimeBelieves() throws Exception {
        var anchors = Authority.stored(other).trustManagers();
        client = new ProviderClient(JsonMapper.builder().build(), clock(), CAP, http(anchors));
        var port = serving("une-autre", "serveur");
        assertThat(ask(port, null)).isInstanceOf(ProviderAnswer.Found.class);
        assertThat(failure(ask(port, own))).isEqualTo(Failure.UNTRUSTED);
    }

    @Test
    void aCertificateThatIsOverAndAServerOfAnotherNameAreNotBelieved() throws Exception {
        var over = serving("la-sienne", "vieux", "-startdate", "-10d", "-validity", "5");
        assertThat(failure(ask(over, own))).isEqualTo(Failure.UNTRUSTED);
        var port = serving("la-sienne", "serveur");
        assertThat(failure(ask("https://127.0.0.1:" + port, own))).isEqualTo(Failure.UNTRUSTED);
    }

    @Test
    void anAuthorityThatIsOverVouchesForNobodyAnyMore() throws Exception {
        var port = serving("la-sienne", "serveur");
        assertThat(ask(port, own)).isInstanceOf(ProviderAnswer.Found.class);
        now = now.plus(Duration.ofDays(31));
        assertThat(failure(ask(port, own))).isEqualTo(Failure.UNTRUSTED);
    }

    @Test
    void whatIsNoAuthorityIsRefusedWithItsReason() throws Exception {
        Keytool.server(file("la-sienne"), "serveur");
        var server = Keytool.certificate(file("la-sienne"), "serveur");
        assertThat(why("rien")).endsWith("unreadable");
        assertThat(why(own.replace("MII", "AAA"))).endsWith("unreadable");
        assertThat(why("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))
                .endsWith("unreadable");
        assertThat(why(own + server)).endsWith("none");
        assertThat(why(own + Pem.written("PRIVATE KEY", new byte[] {1})))
                .endsWith("certificates-only");
        assertThat(why(own.repeat(11))).endsWith("many");
        now = now.plus(Duration.ofDays(31));
        assertThat(why(own)).endsWith("over");
    }

    @Test
    void anAuthorityReadsAgainAsStored() {
        var it = Authority.read(bytes("une note\n" + own + other), now).orThrow();
        var again = Authority.stored(it.pem());
        assertThat(again.lines()).isEqualTo(it.lines());
        assertThat(it.lines())
                .extracting(Authority.Line::subject)
                .containsExactly("CN=La sienne", "CN=Une autre");
    }

    private String why(String pem) {
        return Authority.read(bytes(pem), now) instanceof Parsed.Invalid<Authority>(var why)
                ? why.key()
                : "valid";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Failure failure(ProviderAnswer answer) {
        return ((ProviderAnswer.Failed) answer).failure();
    }

    private ProviderAnswer ask(int port, @Nullable String authority) {
        return ask("https://localhost:" + port, authority);
    }

    private ProviderAnswer ask(String base, @Nullable String authority) {
        var access = new Provider.Access(new Credential.Bearer(), "jeton", null, authority);
        return Objects.requireNonNull(client)
                .ask(
                        new Provider(SET, "Essai", base, access, true),
                        new Search.Written(List.of(new Parameter("nomNaissance", "TEST"))),
                        new Siret("13002526500013"),
                        Set.of());
    }

    private ProviderHttp http(TrustManager @Nullable [] trusted) {
        return new ProviderHttp(SystemDefaultDnsResolver.INSTANCE, CAP, trusted, clock());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private Path file(String name) {
        return folder.resolve(name + ".p12");
    }

    /** Its port. */
    private int serving(String authority, String alias, String... dates) throws Exception {
        Keytool.server(file(authority), alias, dates);
        var all = Keytool.opened(file(authority));
        var keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        var password = Keytool.PASSWORD.toCharArray();
        keys.setKeyEntry(
                alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, password);
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var https = HttpsServer.create(address, 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        https.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        https.createContext(
                "/",
                exchange -> {
                    var body = bytes("{\"data\":{}}");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        https.start();
        servers.add(https);
        return https.getAddress().getPort();
    }
}
