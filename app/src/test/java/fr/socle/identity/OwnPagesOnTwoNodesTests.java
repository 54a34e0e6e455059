package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.Socle;
import fr.socle.identity.federation.Clients;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** What a person decides holds on every node at once: nothing of it lies in a node's memory. */
@NullMarked
@PostgresTest
class OwnPagesOnTwoNodesTests {

    @LocalServerPort int port;
    @Autowired Environment settings;
    @Autowired Clients clients;

    @Test
    void whatIsBlockedOrEndedOnOneNodeIsSoOnTheOther() throws IOException {
        try (var node = another();
                var here = new OwnPages(port).signIn("Alix Pareille");
                var there = new OwnPages(portOf(node))) {
            there.signIn("Alix Pareille");
            var page = here.page("/mes-connexions/reglages");
            OwnPages.box(page, SignsIn.POST).setChecked(false);
            OwnPages.send(OwnPages.form(page, "/mes-connexions/reglages/fournisseurs"));
            there.comeFresh();
            var refused =
                    SignsIn.consent(there.page("/connexion/usager"), "Alix Pareille", SignsIn.POST);
            assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(403);

            SignsIn.press(here.page("/mes-connexions/appareils"), "Fermer toutes");
            assertThat(there.page("/mes-connexions").getUrl().getPath()).isEqualTo("/connexion");
        }
    }

    @Test
    void whatIsTakenBackOnOneNodeOpensNothingOnTheOther() throws IOException {
        var id = "essai-" + UUID.randomUUID();
        try (var node = another();
                var here = new OwnPages(port).signIn("Jean-Côme");
                var there = new OwnPages(portOf(node)).signIn("Jean-Côme")) {
            var service = here.service(clients, id);
            var visit = new Visit(here.browser);
            var consent = visit.open(service.authorize(service.parameters())).page();
            var code = visit.press(consent, "Continuer vers").code();
            var token = service.token(service.tokenForm(code)).text("access_token");
            assertThat(service.userinfo(token).status()).isEqualTo(200);
            SignsIn.press(there.page("/mes-connexions/accords/" + id), "Retirer mon accord");
            assertThat(service.userinfo(token).status()).isEqualTo(401);
            var again = visit.open(service.authorize(service.parameters())).page();
            assertThat(again.asNormalizedText()).contains("Vous allez partager");
        }
    }

    /** A second node, on the same database and data folder. */
    private ConfigurableApplicationContext another() {
        return new SpringApplicationBuilder(Socle.class)
                .logStartupInfo(false)
                .run(
                        "--server.port=0",
                        "--socle.database-url=" + setting("socle.database-url"),
                        "--socle.data=" + setting("socle.data"),
                        "--spring.datasource.hikari.maximum-pool-size=5");
    }

    private String setting(String key) {
        return Objects.requireNonNull(settings.getProperty(key));
    }

    private static int portOf(ConfigurableApplicationContext node) {
        return Objects.requireNonNull(((WebServerApplicationContext) node).getWebServer())
                .getPort();
    }
}
