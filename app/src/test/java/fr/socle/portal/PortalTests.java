package fr.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.Neighbours;
import fr.socle.PostgresTest;
import java.io.IOException;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PostgresTest
@Import(Neighbours.class)
class PortalTests {

    @LocalServerPort int port;

    private final WebClient browser = new WebClient();

    @BeforeEach
    void withoutJavaScript() {
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theHomePageLeadsToEverything() throws IOException {
        var home = page("/");
        for (var href :
                new String[] {
                    "/demarches", "/mon-dossier", "/mon-dossier/usages", "/journal",
                            "/observatoire",
                    "/connexion", "/agent", "/mentions-legales", "/vos-donnees", "/accessibilite"
                }) {
            assertThat(home.getAnchorByHref(href)).as(href).isNotNull();
        }
        assertThat(home.getAnchorByText(Neighbours.MEALS.title()).getHrefAttribute())
                .isEqualTo(Neighbours.MEALS.path());
        assertThat(home.getWebResponse().getResponseHeaderValue("Set-Cookie")).isNull();
    }

    @Test
    void aSearchWithoutAccentsFindsThem() throws IOException {
        var home = page("/");
        ((HtmlInput) home.getElementByName("q")).setValue("ecole");
        HtmlPage found =
                home.<org.htmlunit.html.HtmlButton>querySelector("form[role=search] button")
                        .click();
        assertThat(found.getUrl().getPath()).isEqualTo("/demarches");
        assertThat(found.asNormalizedText())
                .contains("Inscription à l’École maternelle", "Une démarche pour « ecole »")
                .doesNotContain(Neighbours.STREET.title());
        assertThat(((HtmlInput) found.getElementByName("q")).getValue()).isEqualTo("ecole");
    }

    @Test
    void aSearchWithoutWordsShowsAllAndOneThatFindsNothingSaysSo() throws IOException {
        assertThat(page("/demarches").asNormalizedText())
                .contains(
                        Neighbours.SCHOOL.title(),
                        Neighbours.MEALS.title(),
                        Neighbours.STREET.title());
        assertThat(page("/demarches?q=zzz").asNormalizedText())
                .contains("Aucune démarche pour « zzz »");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%25%27%22%3Cscript%3E", "{0}", "%F0%9F%98%80"})
    void oddSearchesBreakNothing(String words) throws IOException {
        var page = page("/demarches?q=" + words.replace("{", "%7B").replace("}", "%7D"));
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(page.getWebResponse().getContentAsString()).doesNotContain("<script>");
    }

    @Test
    void whatTheAddressSaysTwiceAtLengthOrWronglyIsNamed() throws IOException {
        refused("/demarches?q=a&q=b", "donne plusieurs fois « q »");
        refused("/demarches?q=" + "a".repeat(201), "« q » dépasse 200 caractères");
        refused("/observatoire?q=a&q=b", "donne plusieurs fois « q »");
        refused("/demarches?page=deux", "« page » n’a pas la forme attendue");
        refused("/connexion?retour=/a&retour=/b", "donne plusieurs fois « retour »");
        assertThat(status("/demarches?q=" + "a".repeat(200))).isEqualTo(200);
        assertThat(status("/demarches?page=-5")).isEqualTo(200);
    }

    private void refused(String path, String why) throws IOException {
        var page = page(path);
        assertThat(page.getWebResponse().getStatusCode()).as(path).isEqualTo(422);
        assertThat(page.asNormalizedText()).contains(why);
    }

    private int status(String path) throws IOException {
        return page(path).getWebResponse().getStatusCode();
    }

    @Test
    void thoseAtWorkSeeWhatTheyMayOpen() throws IOException {
        browser.addRequestHeader(Neighbours.RIGHT, "journal.auditer");
        var administration = page("/administration");
        assertThat(administration.getAnchorByHref("/administration/journal")).isNotNull();
        assertThat(administration.asXml()).doesNotContain("/administration/jetons");
        assertThat(page("/agent").asNormalizedText()).contains("Espace des agents");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agent", "/administration"})
    void strangersAndUsagersDoNotEnterTheBackOffice(String path) throws IOException {
        browser.getOptions().setRedirectEnabled(false);
        assertThat(browser.getPage(url(path)).getWebResponse().getStatusCode()).isEqualTo(303);
        browser.addRequestHeader(Neighbours.WHO, "Camille");
        assertThat(browser.getPage(url(path)).getWebResponse().getStatusCode()).isNotEqualTo(200);
    }

    @Test
    void theLegalPagesSayWhatIsKeptAndWhatTheOperatorDidNotSay() throws IOException {
        assertThat(page("/mentions-legales").asNormalizedText())
                .contains("Éditeur", "Non renseigné par l’exploitant de ce site");
        assertThat(page("/vos-donnees").asNormalizedText()).contains("combien de temps", "Cookies");
    }

    @Test
    void everyPageSpeaksEnglishToo() throws IOException {
        browser.addCookie("socle_langue=en", java.net.URI.create(url("/")).toURL(), this);
        for (var path :
                new String[] {
                    "/", "/demarches", "/mentions-legales", "/vos-donnees", "/observatoire"
                }) {
            assertThat(page(path).getDocumentElement().getAttribute("lang"))
                    .as(path)
                    .isEqualTo("en");
        }
    }

    private HtmlPage page(String path) throws IOException {
        return browser.getPage(url(path));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
