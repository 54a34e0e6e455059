package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.journal.Audience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.EnumSet;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of the network, of the provider and of this very house, each over real HTTP. */
@NullMarked
class ProviderFaultsTests extends ParticulierTest {

    private static final long BEYOND_PATIENCE = 11_000_000_000L;

    @SuppressWarnings("NullAway.Init") // because JUnit calls aToken first
    private String token;

    ProviderFaultsTests() throws IOException {}

    @BeforeEach
    void aToken() {
        token = token(declared);
        persons.known.put(parent, ariane());
        journal.told.clear();
    }

    private void providerIsAt(String base) {
        providers.register(quotient, "Fournisseur simulé", base, "secret");
    }

    /** Nothing left, the person reads why, and the consumer learns this code. */
    private void fails(HttpResponse<byte[]> response, int status, String code) {
        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
        assertThat(codes(response)).containsExactly(code);
        assertThat(text(response)).doesNotContain("742", "NOAM");
        assertThat(journal.kinds()).containsExactly("exchange.demande", "exchange.termine");
        assertThat(readBy("exchange.termine", Audience.PERSONNE)).containsKey("issue");
    }

    @Test
    void aProviderThatAnswersAfterTenSecondsIsToldAsSlow() {
        behaviour =
                exchange -> {
                    LockSupport.parkNanos(BEYOND_PATIENCE);
                    say(exchange, 200, QUOTIENT);
                };
        fails(particulier(token), 504, "37002");
    }

    @Test
    void aProviderBehindAClosedPortCannotBeReached() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        providerIsAt("http://localhost:" + closed);
        fails(particulier(token), 504, "00501");
    }

    @Test
    void aProviderWithoutAnAddressIsToldAsSuch() {
        providerIsAt("http://fournisseur.invalid");
        fails(particulier(token), 504, "37004");
    }

    @Test
    void aCertificateThatNobodyVouchesForEndsTheCall(@TempDir Path folder) throws Exception {
        var server = secured(folder);
        try {
            providerIsAt("https://localhost:" + server.getAddress().getPort());
            fails(particulier(token), 502, "37009");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void moreThanTenMegabytesAreNotRead() {
        behaviour =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody()
                            .write(QUOTIENT.getBytes(StandardCharsets.UTF_8), 0, 60);
                    for (int i = 0; i < 11; i++) {
                        exchange.getResponseBody().write(new byte[1_000_000]);
                    }
                    exchange.close();
                };
        var response = particulier(token);
        assertThat(response.statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(text(response)).doesNotContain("742");
        assertThat(journal.kinds()).containsExactly("exchange.demande", "exchange.termine");
    }

    @ParameterizedTest
    @CsvSource({"404, 37003, 37003", "404, 37015, 37015", "422, 00366, 37003"})
    void someoneWhomTheProviderCannotNameIsNotFoundAndReadsOfIt(
            int status, String said, String told) {
        behaviour = exchange -> say(exchange, status, "{\"errors\":[{\"code\":\"" + said + "\"}]}");
        fails(particulier(token), 404, told);
        assertThat(readBy("exchange.termine", Audience.PERSONNE))
                .containsEntry("issue", "introuvable");
    }

    @ParameterizedTest
    @CsvSource({"exchange.demande, 0", "exchange.accorde, 1"})
    void withoutThisEntryNothingIsReleased(String kind, int calls) {
        journal.broken = kind;
        var response = particulier(token);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(codes(response)).containsExactly("00001");
        assertThat(text(response)).doesNotContain("742");
        assertThat(asked).hasValue(calls);
    }

    @Test
    void aRefusalThatCannotBeWrittenIsNotToldEither() {
        journal.broken = "exchange.refuse";
        revoke(declared);
        assertThat(codes(particulier(token))).containsExactly("00001");
        assertThat(asked).hasValue(0);
    }

    @Test
    void aTokenOfAnotherOrganisationOpensNothingHere() {
        var other = organisation("Autre ville");
        var theirs =
                token(
                        habilitation(
                                other,
                                quotient,
                                VALUE,
                                EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER)));
        assertThat(codes(particulier(theirs))).containsExactly("00224");
        assertThat(asked).hasValue(0);
    }

    /** Serves under a certificate that it made itself. */
    private HttpsServer secured(Path folder) throws Exception {
        var file = folder.resolve("cle.p12");
        var keytool = Path.of(System.getProperty("java.home", ""), "bin", "keytool").toString();
        var made =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-alias",
                                "essai",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "essai-essai",
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        made.getInputStream().readAllBytes();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, "essai-essai".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "essai-essai".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> say(exchange, 200, QUOTIENT));
        server.start();
        return server;
    }
}
