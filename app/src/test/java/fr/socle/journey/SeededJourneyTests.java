package fr.socle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.directory.ApiTokens;
import fr.socle.directory.FirstSteps;
import fr.socle.exchange.dataset.Library;
import fr.socle.exchange.provider.Providers;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.House;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A house without demonstration, empty, whose identity provider and data provider are outside: they
 * run in the process of a neighbour.
 */
@PostgresTest
// because an empty house is wanted, and others begin in the one without more settings
@TestPropertySource(properties = {"socle.demonstration=false", "socle.identity.registry.kept=PT1M"})
@Tag("fire")
class SeededJourneyTests {

    private static final String TOKEN = "jeton-d-essai";
    private static final Path EXAMPLE = Path.of("../docs/journey-seed.json");

    @LocalServerPort int port;
    @TempDir Path folder;
    @Autowired FirstSteps firstSteps;
    @Autowired ApiTokens tokens;
    @Autowired Broker broker;
    @Autowired Providers providers;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void theWholeJourneyIsLivedFromASeedFileWithProvidersOfOutside() throws Exception {
        try (var neighbour = LivingNode.start(folder, SeededJourneyTests::named).ready()) {
            var outside = "http://127.0.0.1:" + neighbour.address().getPort();
            registerWith(neighbour, outside);
            giveData(neighbour, outside);
            var seed = folder.resolve("graine.json");
            Files.writeString(
                    seed,
                    Files.readString(EXAMPLE)
                            .replaceAll("https://[^\"]+", door())
                            .replace("un jeton de ./socle token", token()));
            assertThat(run(seed)).as(said()).isZero();
        }
        assertThat(said()).contains("Tout tient").contains("ni homonymes");
        assertThat(folder.resolve("preuves/recu.tlog-proof")).isNotEmptyFile();
        assertThat(folder.resolve("preuves/attestation.pdf")).isNotEmptyFile();
    }

    /** Another host than ours, because cookies do not tell ports apart. */
    private static Map<String, String> named(int port) {
        return Map.of("SOCLE_ADDRESS", "http://127.0.0.1:" + port);
    }

    private String token() {
        return tokens.createForOperator("essai", Duration.ofDays(1));
    }

    private String door() {
        var printed = URI.create(firstSteps.address().orElseThrow());
        return "http://localhost:" + port + printed.getPath() + "?" + printed.getQuery();
    }

    /** The neighbour's own federation is a provider like any other. */
    private void registerWith(LivingNode neighbour, String outside) throws Exception {
        var client = folder.resolve("client.json");
        Files.writeString(
                client,
                """
                {"client_id": "maison-d-essai", "federation": "citoyens", "name": "Maison d’essai",
                 "organisation": "Ville d’essai", "scope": "openid profile email birth",
                 "redirect_uris": ["http://localhost:%d/citoyens/api/v2/oidc-callback"]}
                """
                        .formatted(port));
        var database = neighbour.neighbour();
        var url =
                database.getOrDefault("SOCLE_DATABASE_URL", "").replace("jdbc:", "")
                        + "?user=postgres&password="
                        + database.get("SOCLE_DATABASE_PASSWORD");
        importFile(neighbour, client, url);
        importFile(neighbour, client, url);
        assertThat(neighbour.said())
                .as("the same file again changes nothing")
                .containsOnlyOnce("maison-d-essai : inscrit, secret ")
                .containsOnlyOnce("maison-d-essai : mis à jour");
        var secret = Pattern.compile("secret (\\S+)").matcher(neighbour.said());
        assertThat(secret.find()).isTrue();
        broker.add(
                new Provider(
                        "maison-voisine",
                        Federation.CITOYENS,
                        outside + "/citoyens/api/v2",
                        "maison-d-essai",
                        new Provider.Face("Maison voisine", "Une autre maison", true),
                        new Provider.Rules(List.of(Acr.EIDAS1), true),
                        Provider.Protocol.PLAIN,
                        Provider.Agents.NONE),
                secret.group(1),
                1);
    }

    private static void importFile(LivingNode neighbour, Path client, String database)
            throws Exception {
        var data = neighbour.data().toString();
        var code =
                neighbour.command(
                        "client",
                        "import",
                        client.toString(),
                        "--data",
                        data,
                        "--database-url",
                        database);
        assertThat(code).as(neighbour.said()).isZero();
    }

    /** The neighbour's made-up provider knows our token, and one quotient. */
    private void giveData(LivingNode neighbour, String outside) throws Exception {
        var set = Library.find("quotient-familial").orElseThrow();
        var hash =
                MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
        try (var connection = neighbour.connect();
                var update =
                        connection.prepareStatement(
                                "UPDATE exchange.demonstration_provider SET token_hash = ? WHERE code = ?")) {
            update.setBytes(1, hash);
            update.setString(2, set.code());
            assertThat(update.executeUpdate()).isOne();
        }
        new TamperSteps(new Browser(List.of(URI.create(outside)), List.of()))
                .quotient("Léa Exemplaire", 842);
        var base = outside + Providers.DEMONSTRATION + set.code();
        providers.register(set, "Caisse voisine (essai)", base, TOKEN);
    }

    private int run(Path seed) throws Exception {
        var command = new JourneyCommand();
        var arguments =
                List.of(
                        "--url",
                        "http://localhost:" + port,
                        "--seed",
                        seed.toString(),
                        "--keep",
                        folder.resolve("preuves").toString());
        return command.run(Arguments.parse(arguments, command.options()), new Terminal());
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
