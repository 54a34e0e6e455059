package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.Socle;
import fr.socle.identity.MadeUpServices.Service;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.sso.FederationSessions;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Two nodes on one database: who is signed in at one is known at the other, and no longer. */
@NullMarked
@PostgresTest
class EveryNodeTests {

    private static final String NAME = "Ylan Modèle";

    @Autowired Environment settings;
    @Autowired Clients clients;
    @Autowired Persons persons;
    @LocalServerPort int port;
    @TempDir Path folder;

    /** The second node, in this process: its own memory, its own port. */
    private ConfigurableApplicationContext neighbour() throws IOException {
        var keys = Files.createDirectories(folder.resolve("cles")).resolve("maitresse");
        Files.copy(Path.of(setting("socle.data")).resolve("cles/maitresse"), keys);
        return new SpringApplicationBuilder(Socle.class)
                .run(
                        "--server.port=0",
                        "--socle.port=0",
                        "--socle.data=" + folder,
                        "--socle.database-url=" + setting("socle.database-url"),
                        "--spring.jmx.enabled=false");
    }

    private String setting(String name) {
        return settings.getRequiredProperty(name);
    }

    @Test
    void aRevocationAtOneNodeHoldsAtTheOtherAtOnce() throws IOException {
        try (var other = neighbour()) {
            var there =
                    "http://localhost:" + other.getEnvironment().getProperty("local.server.port");
            var here = "http://localhost:" + port;
            var browser = SignsIn.browser();
            SignsIn.usager(browser, here, NAME);
            HtmlPage known = browser.getPage(there + "/");
            assertThat(known.asNormalizedText()).contains("Ylan");

            var service = new MadeUpServices(clients, port).strict("Cantine");
            var visit = new Visit();
            var tokens = tokens(service, visit.signIn(service, NAME).code());
            var person = person(service, tokens.text("id_token"));
            other.getBean(FederationSessions.class).endAllOf(person);

            assertThat(service.party().userinfo(tokens.text("access_token")).status())
                    .isEqualTo(401);
            HtmlPage gone = browser.getPage(here + "/");
            assertThat(gone.asNormalizedText()).doesNotContain("Ylan");
            HtmlPage choice = browser.getPage(here + "/connexion/usager");
            assertThat(choice.asNormalizedText()).contains("Choisissez un compte");
            assertThat(visit.open(service.authorize()).page().asNormalizedText())
                    .contains("Choisissez un compte");
        }
    }

    private static RelyingParty.Answer tokens(Service service, String code) {
        return service.tokens(code);
    }

    private PersonRef person(Service service, String idToken) {
        var sub = MadeUpServices.claims(idToken).getSubject();
        return persons.personOf(service.client().clientId(), sub).orElseThrow();
    }
}
