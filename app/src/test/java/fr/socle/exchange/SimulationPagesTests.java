package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.SignsIn;
import fr.socle.directory.Actor;
import fr.socle.directory.ApiTokenDraft;
import fr.socle.directory.ApiTokens;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The simulation, by page without scripts and by program. */
@NullMarked
class SimulationPagesTests extends ParticulierTest {

    private static final String HOME = "/administration/echanges-simulation";
    private static final String API = "/api/exchange/v1/simulations";

    @Autowired ApiTokens apiTokens;

    @SuppressWarnings("NullAway.Init") // because JUnit calls anHabilitation first
    private HabilitationId on;

    SimulationPagesTests() throws IOException {}

    @BeforeEach
    void anHabilitation() {
        on = habilitation(city, quotient, VALUE, EnumSet.of(RequesterKind.USAGER_LUI_MEME));
        asked.set(0);
    }

    @Test
    void aDesignerSupposesReadsTheAnswerAndChangesOneThing() throws IOException {
        var browser = designer("exchange.simuler");
        var form = form(browser.getPage(address(situation(on.toString()))));
        assertThat(form.getCheckedRadioButton("demandeur")).isNull();
        form.getInputsByName("demandeur").getFirst().click();
        form.getSelectByName("dossier").setSelectedAttribute("ouvert", true);
        HtmlPage allowed = button(form).click();
        assertThat(allowed.asNormalizedText())
                .contains("L’échange serait permis", "Exemple inventé", "123")
                .contains("Ville du contrat a obtenu des données de Fournisseur simulé")
                .contains("rien n’a été inscrit au journal");
        var again = form(allowed);
        again.getSelectByName("dossier").setSelectedAttribute("clos", true);
        HtmlPage refused = button(again).click();
        assertThat(refused.asNormalizedText())
                .contains("L’échange serait refusé", "Le dossier est déjà traité.");
        assertThat(asked.get()).isZero();
    }

    @Test
    void whatIsWrongIsToldFieldByField() throws IOException {
        var browser = designer("exchange.simuler");
        var unknown = page(browser, situation(UUID.randomUUID().toString()));
        assertThat(unknown.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(unknown.asNormalizedText()).contains("Aucune habilitation");
        var result =
                HOME
                        + "/resultat?habilitation="
                        + on
                        + "&jeu="
                        + quotient.code()
                        + "&champs=nom&demandeur=roi&demandeur=agent&dossier=&jour.jour=31&jour.mois=2&jour.annee=2027";
        var wrong = page(browser, result);
        assertThat(wrong.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(wrong.asNormalizedText()).contains("31/2/2027").doesNotContain("serait permis");
    }

    @Test
    void whoDesignsNothingSimulatesNothing() throws IOException {
        var refused = page(designer("exchange.observer"), situation(on.toString()));
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(refused.asNormalizedText()).doesNotContain("Essai de cantine");
    }

    /** The manager of the made-up city. */
    @Test
    void anotherOrganisationsHabilitationDoesNotExist() throws IOException {
        var browser = SignsIn.browser();
        SignsIn.agent(browser, address(""), "Noé Valcourt");
        var own = page(browser, HOME);
        assertThat(own.getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(own.asNormalizedText()).doesNotContain("Essai de cantine");
        var foreign = page(browser, situation(on.toString()));
        assertThat(foreign.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(foreign.asNormalizedText()).doesNotContain("Essai de cantine");
    }

    @Test
    void aProgramGetsTheSameAnswer() throws Exception {
        var token = token("exchange.simuler");
        var allowed = post(token, body("usager", "ouvert", "quotient_familial.valeur"));
        assertThat(allowed.statusCode()).isEqualTo(200);
        var told = JSON.readTree(allowed.body());
        assertThat(told.at("/permis").asBoolean()).isTrue();
        assertThat(told.at("/document/data/quotient_familial/valeur").asInt()).isEqualTo(123);
        assertThat(told.at("/phrase").asString()).contains("a obtenu des données");
        var refused = JSON.readTree(post(token, body("agent", "clos", "enfants")).body());
        assertThat(refused.at("/permis").asBoolean()).isFalse();
        assertThat(refused.at("/raisons").size()).isEqualTo(3);
        assertThat(asked.get()).isZero();
    }

    @Test
    void aProgramIsToldWhatIsWrongMemberByMember() throws Exception {
        var token = token("exchange.simuler");
        var wrong = post(token, body("roi", "ouvert", "inconnu"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("/demandeur", "/champs");
        assertThat(post(token, "{\"habilitation\":[1],\"x\":2}").statusCode()).isEqualTo(422);
        assertThat(post(token, "[]").statusCode()).isEqualTo(400);
        assertThat(post("personne", body("usager", "ouvert", "enfants")).statusCode())
                .isEqualTo(401);
        assertThat(post(token("exchange.observer"), "{}").statusCode()).isEqualTo(403);
    }

    private String body(String asker, String situation, String field) {
        return JSON.writeValueAsString(
                Map.of(
                        "habilitation",
                        on.toString(),
                        "jeu",
                        quotient.code(),
                        "champs",
                        List.of(field),
                        "demandeur",
                        asker,
                        "dossier",
                        situation));
    }

    private HttpResponse<String> post(String token, String body) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(address(API)))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String situation(String habilitation) {
        return HOME + "/situation?habilitation=" + habilitation + "&jeu=" + quotient.code();
    }

    private HtmlPage page(WebClient browser, String path) throws IOException {
        return browser.getPage(address(path));
    }

    private static HtmlForm form(HtmlPage page) {
        return page.getForms().stream()
                .filter(it -> it.getActionAttribute().endsWith("/resultat"))
                .findFirst()
                .orElseThrow();
    }

    private static HtmlElement button(HtmlForm form) {
        return form.getElementsByTagName("button").getFirst();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private String token(String right) {
        var draft = new ApiTokenDraft("Essai", List.of(right), Duration.ofHours(1));
        return apiTokens.create(Actor.CONSOLE, draft).secret();
    }

    private WebClient designer(String right) {
        var browser = SignsIn.browser();
        browser.addRequestHeader("Authorization", "Bearer " + token(right));
        return browser;
    }
}
