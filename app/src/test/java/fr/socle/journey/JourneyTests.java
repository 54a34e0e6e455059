package fr.socle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.socle.PostgresTest;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.House;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestPropertySource;

@PostgresTest
@TestPropertySource(properties = "socle.site-name=Maison du parcours")
class JourneyTests {

    @LocalServerPort int port;
    @TempDir Path keep;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void twoFamiliesLiveTheWholeJourneyAtOnceAndReadNothingOfEachOther() throws Exception {
        var status = run("--url", "http://localhost:" + port, "--keep", keep.toString(), "--twice");
        assertThat(status).as(said()).isZero();
        for (var family : List.of("0", "1")) {
            assertThat(keep.resolve(family).resolve("recu.tlog-proof")).isNotEmptyFile();
            assertThat(keep.resolve(family).resolve("cle.pub")).isNotEmptyFile();
            assertThat(Files.readAllBytes(keep.resolve(family).resolve("attestation.pdf")))
                    .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void aPlaceWithoutSocleEndsTheJourneyAtItsFirstStep() throws Exception {
        var elsewhere = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        elsewhere.createContext("/", JourneyTests::answerSomethingElse);
        elsewhere.start();
        try {
            var url = "http://localhost:" + elsewhere.getAddress().getPort();
            assertThat(run("--url", url)).isEqualTo(1);
        } finally {
            elsewhere.stop(0);
        }
        assertThat(said())
                .contains("NON  La démonstration répond")
                .contains("Le parcours s’arrête à l’étape « La démonstration répond")
                .contains("attendu : un lien");
    }

    @Test
    void aNodeThatBreaksInTheMiddleEndsTheJourneyAtTheStepWhereItDid() throws Exception {
        var living = URI.create("http://localhost:" + port);
        try (var broken = new BrokenNode(living, "/agent")) {
            assertThat(run("--url", living.toString(), "--url", broken.address().toString()))
                    .as(said())
                    .isEqualTo(1);
        }
        assertThat(said())
                .contains("oui  Le dossier se dépose une fois")
                .containsPattern("Le parcours s’arrête à l’étape « [^»]+ » : attendu : ")
                .contains("ne répond pas")
                .doesNotContain("oui  Le parent donne son avis")
                .doesNotContain("Tout tient");
        assertThat(said().split("NON  ", -1)).hasSize(2);
    }

    private static void answerSomethingElse(HttpExchange exchange) throws IOException {
        var page = "<p>Un autre site</p>".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private int run(String... arguments) throws Exception {
        var command = new JourneyCommand();
        var parsed = Arguments.parse(List.of(arguments), command.options());
        return command.run(parsed, new Terminal());
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private final class Terminal implements House {

        private final PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);

        @Override
        public PrintStream out() {
            return to;
        }

        @Override
        public PrintStream err() {
            return to;
        }

        @Override
        public ConfigurableApplicationContext open(Arguments arguments) {
            throw new AssertionError("the journey comes from outside");
        }
    }
}
