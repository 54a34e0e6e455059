package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.directory.Role;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who answers for what a provider gives. */
class RepondantsTests extends RealHouse {

    private static final String PAGE = "/administration/repondants";
    private static final String FIELD = "repondant-quotient-familial";
    private static final String ASK =
            "/mon-dossier/droits/nouveau?nature=rectification&jeu=quotient-familial";

    @AfterEach
    void nobody() {
        db.sql("DELETE FROM citoyen.repondant").update();
    }

    @Test
    void aRectificationGoesToTheOrganisationThatTheOperatorNamedWhateverTheProvidersName()
            throws IOException {
        var person = usager("Léa Exemplaire");
        assertThat(page(person, ASK).asNormalizedText()).contains("Ministère de l’Exemple");
        var operator = agent(organisation(CITY), Role.OPERATEUR);
        assertThat(choose(operator, organisation(CITY).id().toString()).asNormalizedText())
                .contains("C’est enregistré.");
        assertThat(page(person, ASK).asNormalizedText())
                .contains("Ville de Beaumont")
                .doesNotContain("Ministère de l’Exemple");
        choose(operator, "");
        assertThat(page(person, ASK).asNormalizedText()).contains("Ministère de l’Exemple");
    }

    @Test
    void whatIsNotOfferedIsRefusedAndNobodyElseMaySayIt() throws IOException {
        var operator = agent(organisation(CITY), Role.OPERATEUR);
        var csrf = csrf(page(operator, PAGE));
        var path = PAGE + "/quotient-familial";
        for (var wrong : new String[] {"x", UUID.randomUUID().toString(), "x".repeat(5000)}) {
            assertThat(post(operator, path, csrf, Map.of(FIELD, wrong)).getStatusCode())
                    .isEqualTo(400);
        }
        assertThat(post(operator, PAGE + "/inconnu", csrf, Map.of()).getStatusCode())
                .isEqualTo(404);
        assertThat(post(operator, path, "autre", Map.of()).getStatusCode()).isEqualTo(403);
        var manager = agent(organisation(CITY), Role.GESTIONNAIRE);
        assertThat(status(manager, PAGE)).isEqualTo(403);
        assertThat(
                        post(
                                        manager,
                                        path,
                                        csrf(page(manager, "/administration/avancements")),
                                        Map.of(FIELD, ""))
                                .getStatusCode())
                .isEqualTo(403);
    }

    private HtmlPage choose(org.htmlunit.WebClient operator, String organisation)
            throws IOException {
        var form = formTo(page(operator, PAGE), PAGE + "/quotient-familial");
        form.getSelectByName(FIELD).setSelectedAttribute(organisation, true);
        return send(form);
    }
}
