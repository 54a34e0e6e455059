package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The certified client of Node applications ({@code openid-client}) signs somebody in. Its packages
 * come from npm: where they cannot be had, this says so and proves nothing.
 */
@NullMarked
@PostgresTest
class NodeOpenIdClientTests {

    private static final Path SOURCE = Path.of("src", "test", "node", "openid-client");
    private static final Path HERE = Path.of("target", "openid-client");

    @Autowired Clients clients;
    @LocalServerPort int port;

    @BeforeAll
    static void install() throws Exception {
        Files.createDirectories(HERE);
        for (var name : List.of("package.json", "package-lock.json", "sign-in.mjs")) {
            Files.write(HERE.resolve(name), Files.readAllBytes(SOURCE.resolve(name)));
        }
        assumeTrue(installed(), "npm cannot install openid-client here");
    }

    private static boolean installed() throws InterruptedException {
        try {
            var npm =
                    new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
                            .directory(HERE.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(HERE.resolve("npm.log").toFile())
                            .start();
            return npm.waitFor(2, TimeUnit.MINUTES) && npm.exitValue() == 0;
        } catch (IOException noNpm) {
            return false;
        }
    }

    @Test
    void itSignsInRefreshesAsksAndEnds() throws Exception {
        var client =
                Services.client(
                        Federation.CITOYENS,
                        Set.of("openid", "email", "offline_access"),
                        Services.POST,
                        Services.rules(Profile.OPENID));
        var issuer = new Services(clients, port).issuer(Federation.CITOYENS);
        var secret = clients.register(client).orElseThrow();
        var node =
                new ProcessBuilder(
                                "node",
                                "sign-in.mjs",
                                issuer,
                                client.clientId(),
                                secret,
                                RelyingParty.REDIRECT)
                        .directory(HERE.toFile())
                        .redirectError(HERE.resolve("node.log").toFile())
                        .start();
        try (var said = node.inputReader(StandardCharsets.UTF_8)) {
            assertThat(conversation(node, said))
                    .containsEntry("same", true)
                    .containsEntry("active", true)
                    .containsEntry("ended", true)
                    .hasEntrySatisfying(
                            "email", it -> assertThat(it.toString()).contains("@usagers.example"));
        } finally {
            node.destroy();
        }
    }

    private static Map<String, Object> conversation(Process node, BufferedReader said)
            throws IOException {
        var departure = said.readLine();
        assertThat(departure).as("see target/openid-client/node.log").isNotNull();
        var back =
                RelyingParty.signInAt(
                        SignsIn.browser(), departure, "Léa Exemplaire", SignsIn.TAXES);
        var query = fr.socle.identity.broker.OpenIdClient.encoded(back);
        try (var answer = node.outputWriter(StandardCharsets.UTF_8)) {
            answer.write(RelyingParty.REDIRECT + "?" + query + "\n");
        }
        var done = said.readLine();
        assertThat(done).as("see target/openid-client/node.log").isNotNull();
        return JsonMapper.shared().readValue(done, new TypeReference<Map<String, Object>>() {});
    }
}
