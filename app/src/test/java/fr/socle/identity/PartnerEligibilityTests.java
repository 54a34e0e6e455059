package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.SignsIn;
import fr.socle.Socle;
import fr.socle.directory.Role;
import fr.socle.identity.spi.ClientEligibility;
import fr.socle.identity.spi.ClientEligibility.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** An habilitation opens a service to the public, and cuts it off on both of two nodes. */
@NullMarked
@Import(PartnerEligibilityTests.Habilitations.class)
class PartnerEligibilityTests extends PartnerHouse {

    /** What the block of habilitations would read in its tables: the same on every node. */
    private static final Map<String, Status> SAID = new ConcurrentHashMap<>();

    @TestConfiguration(proxyBeanMethods = false)
    static class Habilitations {
        @Bean
        ClientEligibility eligibility() {
            return client -> SAID.getOrDefault(client, Status.NONE);
        }
    }

    @Autowired Environment environment;

    @Test
    void anHabilitationThatEndsCutsTheServiceOffOnEveryNode() throws IOException {
        var partner = partnerOf("Ville habilitée (essai)");
        var it = register(partner, "Habilité (essai)");
        HtmlPage edit = partner.getPage(address(it.path() + "/modifier"));
        form(edit, "client_name")
                .getTextAreaByName("redirect_uris")
                .setText("https://habilite.example/retour");
        SignsIn.press(edit, "Enregistrer");

        HtmlPage early = partner.getPage(address(it.path()));
        assertThat(SignsIn.press(early, "Demander l’ouverture").asNormalizedText())
                .contains("Ouverture demandée");
        var operator = browserOf(organisation("Plateforme sans voix (essai)"), Role.OPERATEUR);
        HtmlPage decide = operator.getPage(address(it.path()));
        assertThat(SignsIn.press(decide, "Ouvrir au public").asNormalizedText())
                .contains("L’habilitation décide");

        SAID.put(it.clientId(), Status.ACTIVE);
        HtmlPage waiting = partner.getPage(address(it.path()));
        assertThat(SignsIn.press(waiting, "Vérifier l’habilitation").asNormalizedText())
                .contains("Ouvert au public");
        try (var second = secondNode()) {
            var other =
                    Integer.parseInt(
                            second.getEnvironment().getRequiredProperty("local.server.port"));
            assertThat(recognised(it, port)).isTrue();
            assertThat(recognised(it, other)).isTrue();
            SAID.put(it.clientId(), Status.ENDED);
            await().atMost(Duration.ofSeconds(3))
                    .until(() -> !recognised(it, port) && !recognised(it, other));
            SAID.put(it.clientId(), Status.ACTIVE);
            await().atMost(Duration.ofSeconds(3)).until(() -> recognised(it, other));
        }
    }

    /** An unknown code is refused only to who is recognised. */
    private static boolean recognised(Registered it, int port) {
        var party =
                new RelyingParty(
                        "http://localhost:" + port + "/citoyens/api/v2",
                        it.clientId(),
                        it.secret());
        return party.token(party.tokenForm("rien")).text("error").equals("invalid_grant");
    }

    private org.springframework.context.ConfigurableApplicationContext secondNode() {
        return new SpringApplicationBuilder(Socle.class, Habilitations.class)
                .run(
                        "--server.port=0",
                        "--socle.database-url="
                                + environment.getRequiredProperty("socle.database-url"),
                        "--socle.data=" + environment.getRequiredProperty("socle.data"),
                        "--spring.datasource.hikari.maximum-pool-size=5");
    }
}
