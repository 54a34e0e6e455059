package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A representative lets somebody of the company see its file. */
class EntrepriseDelegationsTests extends EntrepriseHouse {

    private static final String LEA = "Léa Exemplaire";
    private static final String YLAN = "Ylan Modèle";
    private static final String BASE = FILE + "/delegations";
    private static final Pattern CODE =
            Pattern.compile("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

    @Test
    void aRepresentativeLetsSomebodyInAndShutsTheFileAgain() throws IOException {
        var lea = representative(LEA, company);
        var code = given(lea);
        var ylan = representative(YLAN, company);
        assertThat(status(ylan, FILE)).isEqualTo(403);
        assertThat(accept(ylan, code).getStatusCode()).isEqualTo(200);
        shows(ylan, FILE, "délégataire", "délégation de Léa", "Vérifier le dossier");
        var before = asked.get();
        shows(ylan, FILE + "/usages", "Chaque échange et chaque refus");
        lapse();
        shows(ylan, FILE + "/donnees", "Données sur l’entreprise");
        assertThat(asked).as("the register has nothing to say of it").hasValue(before);
        shows(lea, BASE, "Le comptable", "En vigueur");
        var shut = pressed(lea, "/delegations", "/delegations/");
        assertThat(shut.getContentAsString()).contains("Le dossier lui est fermé");
        assertThat(status(ylan, FILE)).isEqualTo(403);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () ->
                                shows(
                                        lea,
                                        FILE + "/usages?sorte=moi",
                                        "Un représentant a ouvert ce dossier à quelqu’un",
                                        "Quelqu’un a accepté une délégation",
                                        "Un représentant a fermé ce dossier à quelqu’un"));
    }

    @Test
    void whoWasLetInLetsNobodyElseIn() throws IOException {
        var lea = representative(LEA, company);
        var ylan = representative(YLAN, company);
        accept(ylan, given(lea));
        assertThat(page(ylan, FILE).asNormalizedText()).doesNotContain("Délégations");
        assertThat(status(ylan, BASE)).isEqualTo(403);
        assertThat(status(ylan, FILE + "/recapitulatif")).isEqualTo(403);
        assertThat(sent(ylan, BASE, Map.of("nom", "Un ami", "mois", "1")).getStatusCode())
                .isEqualTo(403);
        var own = db.sql("SELECT id FROM citoyen.delegation_entreprise WHERE siren = :siren");
        var id = own.param("siren", company.value()).query(UUID.class).single();
        assertThat(sent(ylan, BASE + "/" + id + "/fin", Map.of()).getStatusCode()).isEqualTo(403);
    }

    @Test
    void aCodeIsGoodOnceForOneCompanyWithinItsTerm() throws IOException {
        var lea = representative(LEA, company);
        var code = given(lea);
        var elsewhere = representative(YLAN, freshSiren());
        refused(elsewhere, code);
        var ylan = representative(YLAN, company);
        refused(ylan, code.substring(1) + "x");
        refused(ylan, "x".repeat(101));
        refused(ylan, "");
        assertThat(status(ylan, FILE)).isEqualTo(403);
        passes("code_until");
        refused(ylan, code);
        var withdrawn = given(lea);
        pressed(lea, "/delegations", "/delegations/");
        refused(ylan, withdrawn);
        var last = given(lea);
        assertThat(accept(ylan, last).getStatusCode()).isEqualTo(200);
        shows(ylan, FILE, "délégataire");
        db.sql("UPDATE citoyen.delegation_entreprise SET person = NULL WHERE siren = :siren")
                .param("siren", company.value())
                .update();
        refused(ylan, last);
    }

    @Test
    void aDelegationEndsByItself() throws IOException {
        var lea = representative(LEA, company);
        var ylan = representative(YLAN, company);
        accept(ylan, given(lea));
        shows(ylan, FILE, "délégataire");
        passes("until");
        assertThat(status(ylan, FILE)).isEqualTo(403);
        shows(lea, BASE, "Finie");
    }

    @Test
    void whoRepresentsTheCompanyNeedsNoCodeAndUsesNoneUp() throws IOException {
        var lea = representative(LEA, company);
        var code = given(lea);
        accept(lea, code);
        shows(lea, BASE, "Code pas encore utilisé");
        var ylan = representative(YLAN, company);
        assertThat(accept(ylan, code).getStatusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"'', 3", "Comptable, ''", "Comptable, 0", "Comptable, 13", "Comptable, trois"})
    void aDelegationHasANameAndATerm(String name, String months) throws IOException {
        var lea = representative(LEA, company);
        shows(lea, BASE, "Ce dossier n’est ouvert à personne d’autre");
        var answer = sent(lea, BASE, Map.of("nom", name, "mois", months));
        assertThat(answer.getStatusCode()).isEqualTo(422);
        assertThat(answer.getContentAsString()).doesNotContainPattern(CODE.pattern() + "</code>");
        assertThat(sent(lea, BASE, Map.of("nom", "x".repeat(121), "mois", "1")).getStatusCode())
                .isEqualTo(422);
        shows(lea, BASE, "Ce dossier n’est ouvert à personne d’autre");
    }

    @Test
    void anotherCompanyEndsNothingAndNoFormIsAnsweredTwice() throws IOException {
        var lea = representative(LEA, company);
        given(lea);
        var fin = formTo(page(lea, BASE), BASE + "/").getActionAttribute();
        var other = representative(LEA, freshSiren());
        assertThat(sent(other, fin, Map.of()).getStatusCode()).isEqualTo(404);
        assertThat(sent(lea, BASE + "/" + UUID.randomUUID() + "/fin", Map.of()).getStatusCode())
                .isEqualTo(404);
        assertThat(sent(lea, fin, Map.of()).getStatusCode()).isEqualTo(200);
        assertThat(sent(lea, fin, Map.of()).getStatusCode()).isEqualTo(404);
    }

    @Test
    void aCodeThatComesTwiceIsRefused() throws IOException {
        var lea = representative(LEA, company);
        var code = given(lea);
        var ylan = representative(YLAN, company);
        var request = new WebRequest(URI.create(url(BASE + "/code")).toURL(), HttpMethod.POST);
        request.setRequestParameters(
                List.of(
                        new NameValuePair("_csrf", csrf(page(ylan, "/mon-dossier/export"))),
                        new NameValuePair("code", code),
                        new NameValuePair("code", code)));
        assertThat(ylan.getPage(request).getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(status(ylan, FILE)).isEqualTo(403);
    }

    private String given(WebClient browser) throws IOException {
        var told = sent(browser, BASE, Map.of("nom", "Le comptable", "mois", "3"));
        assertThat(told.getStatusCode()).isEqualTo(200);
        var code = Pattern.compile(">(" + CODE.pattern() + ")<").matcher(told.getContentAsString());
        assertThat(code.find()).isTrue();
        assertThat(page(browser, BASE).asXml()).doesNotContain(code.group(1));
        return code.group(1);
    }

    private WebResponse accept(WebClient browser, String code) throws IOException {
        return sent(browser, BASE + "/code", Map.of("code", code));
    }

    private void refused(WebClient browser, String code) throws IOException {
        assertThat(accept(browser, code).getStatusCode()).as(code).isEqualTo(422);
    }

    private WebResponse sent(WebClient browser, String path, Map<String, String> fields)
            throws IOException {
        return post(browser, path, csrf(page(browser, "/mon-dossier/export")), fields);
    }

    /** This moment of the company's delegations is over. */
    private void passes(String column) {
        db.sql(
                        "UPDATE citoyen.delegation_entreprise SET "
                                + column
                                + " = now() - interval '1 second' WHERE siren = :siren")
                .param("siren", company.value())
                .update();
    }
}
