package fr.socle.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.SignsIn;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The pages, without scripts. */
@NullMarked
class PagesTests extends DirectoryTest {

    @Test
    void theDemonstrationLetsAnyoneEnterAsAMadeUpAgentAndLeave() throws IOException {
        var browser = browser();
        var account = SignsIn.agent(browser, address(""), "Camille Dubreuil (démonstration)");
        assertThat(account.getUrl().getPath()).isEqualTo("/agent");
        HtmlPage out = button(formTo(account, "/deconnexion")).click();
        assertThat(out.getUrl().getPath()).isEqualTo("/");
        assertThat(browser.getPage(address("/agent/mon-compte")).getUrl().getPath())
                .startsWith("/agents/api/v2/interaction/");
    }

    @Test
    void onlyMadeUpAgentsCanBeEnteredAs() throws IOException {
        agent("Agent Véritable (essai)", organisation("Commune véritable"));
        HtmlPage mail = browser().getPage(address("/agent/connexion"));
        var persons = SignsIn.mailed(mail, "quelqu.un@beaumont.example");
        assertThat(persons.asNormalizedText())
                .contains("Camille Dubreuil (démonstration)")
                .doesNotContain("Agent Véritable");
    }

    @Test
    void anInvitedPersonAcceptsBySigningInAndComesBackAsTheSameAgent() throws IOException {
        var where = organisation("Commune qui invite");
        var path = "/invitation?code=" + secretOf(invitation(where, Role.GESTIONNAIRE));
        HtmlPage page = browser().getPage(address(path));
        HtmlPage mail =
                page.getAnchorByText("Accepter avec le compte de mon administration").click();
        var inside = SignsIn.fromMail(mail, "Nouvelle Arrivante");
        assertThat(inside.getUrl().getPath()).isEqualTo("/agent/mon-compte");
        assertThat(inside.asNormalizedText()).contains("Commune qui invite");
        assertThat(status(browser(), path)).isEqualTo(410);
        var again = SignsIn.agent(browser(), address(""), "Nouvelle Arrivante");
        assertThat(again.asNormalizedText()).contains("Commune qui invite");
    }

    @Test
    void aWrongFormKeepsWhatWasTypedAndSaysWhatIsWrong() throws IOException {
        HtmlPage page = operator().getPage(address("/administration/organisations/nouvelle"));
        var form = formTo(page, "/administration/organisations/nouvelle");
        form.getInputByName("siret").setValue("123");
        form.getInputByName("name").setValue("Commune mal saisie");
        HtmlPage refused = button(form).click();
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        var again = formTo(refused, "/administration/organisations/nouvelle");
        assertThat(again.getInputByName("name").getValue()).isEqualTo("Commune mal saisie");
        assertThat(again.getInputByName("siret").getValue()).isEqualTo("123");
        assertThat(refused.getElementById("erreurs")).isNotNull();
    }

    @Test
    void anOrganisationIsCreatedFoundAndItsPagesAnswer() throws IOException {
        var browser = operator();
        HtmlPage page = browser.getPage(address("/administration/organisations/nouvelle"));
        var form = formTo(page, "/administration/organisations/nouvelle");
        form.getInputByName("siret").setValue(freshSiret());
        form.getInputByName("name").setValue("Commune de Prégny-l’Étang");
        form.getSelectByName("type").setSelectedAttribute("commune", true);
        HtmlPage made = button(form).click();
        assertThat(made.getWebResponse().getStatusCode()).isEqualTo(200);
        var path = made.getUrl().getPath();
        for (var tab : List.of("", "/services", "/agents", "/invitations", "/historique")) {
            assertThat(status(browser, path + tab)).as(tab).isEqualTo(200);
        }
        for (var form2 :
                List.of("/modifier", "/services/nouveau", "/invitations/nouvelle", "/logo")) {
            assertThat(status(browser, path + form2)).as(form2).isEqualTo(200);
        }
        HtmlPage found = browser.getPage(address("/administration/organisations?q=pregny"));
        assertThat(found.asNormalizedText()).contains("Commune de Prégny-l’Étang");
        assertThat(status(browser, "/administration/organisations?q=%00&page=9&type=x&etat=y"))
                .isEqualTo(200);
    }

    @Test
    void theSecondWriterGetsAPageThatKeepsWhatHeTyped() throws IOException {
        var where = organisation("Commune disputée par deux");
        var path = "/administration/organisations/" + where.id() + "/modifier";
        HtmlPage page = operator().getPage(address(path));
        var form = formTo(page, path);
        done(
                organisations.change(
                        SOMEONE,
                        where.id(),
                        new OrganisationDraft(where.siret(), "Premier arrivé", where.type(), null),
                        1));
        form.getInputByName("name").setValue("Second arrivé");
        HtmlPage conflict = button(form).click();
        assertThat(conflict.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(conflict.asNormalizedText()).contains("Premier arrivé");
        var again = formTo(conflict, path);
        assertThat(again.getInputByName("name").getValue()).isEqualTo("Second arrivé");
        HtmlPage saved = button(again).click();
        assertThat(saved.getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(organisations.find(where.id()).orElseThrow().name()).isEqualTo("Second arrivé");
    }

    @Test
    void ofTwoLogosSentFromTheSamePageTheSecondIsTold() throws IOException {
        var where = organisation("Commune à deux logos");
        var path = "/administration/organisations/" + where.id() + "/logo";
        var browser = operator();
        HtmlPage page = browser.getPage(address(path));
        sendLogo(page);
        assertThat(organisations.logo(where.id())).isPresent();
        HtmlPage second = sendLogo(page);
        assertThat(second.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(second.asNormalizedText()).contains("Une autre personne a modifié");
        assertThat(sendLogo(second).getUrl().getPath()).doesNotEndWith("/logo");
    }

    private static HtmlPage sendLogo(HtmlPage page) throws IOException {
        HtmlFileInput file = page.getFirstByXPath("//input[@type='file']");
        file.setValue("logo.png");
        file.setContentType("image/png");
        file.setData(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0});
        HtmlButton send = page.getFirstByXPath("//form[.//input[@type='file']]//button");
        return send.click();
    }

    @Test
    void aWrongPlaceInTheJournalIsNamed() throws IOException {
        HtmlPage page = operator().getPage(address("/administration/journal?avant=abc"));
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(page.asNormalizedText()).contains("« avant » n’a pas la forme attendue");
    }

    @Test
    void aGestionnaireSeesAndTouchesNothingElsewhere() throws IOException {
        var own = organisation("Commune à soi");
        var other = organisation("Commune d’autrui");
        var stranger = agent("Agent Autrui (essai)", other);
        var invitation = invitation(other);
        var browser = browserOf(agent("Gestionnaire (essai)", own, Role.GESTIONNAIRE), own);
        var theirs = "/administration/organisations/" + other.id();
        for (var path :
                List.of(
                        theirs,
                        theirs + "/modifier",
                        theirs + "/services",
                        theirs + "/agents",
                        theirs + "/agents/" + stranger.id(),
                        theirs + "/invitations",
                        theirs + "/invitations/nouvelle",
                        theirs + "/historique",
                        theirs + "/logo")) {
            assertThat(status(browser, path)).as(path).isEqualTo(404);
        }
        var mine = "/administration/organisations/" + own.id();
        assertThat(status(browser, mine + "/agents/" + stranger.id())).isEqualTo(404);
        assertThat(post(browser, mine + "/invitations/" + invitation.id() + "/retrait"))
                .isEqualTo(404);
        assertThat(post(browser, theirs + "/modifier")).isEqualTo(404);
        assertThat(post(browser, mine + "/etat")).isEqualTo(403);
        assertThat(status(browser, "/administration/agents")).isEqualTo(403);
        assertThat(status(browser, "/administration/jetons")).isEqualTo(403);
        HtmlPage list = browser.getPage(address("/administration/organisations?q=commune"));
        assertThat(list.asNormalizedText())
                .contains("Commune à soi")
                .doesNotContain("Commune d’autrui");
    }

    @Test
    void aGestionnaireGrantsEveryRoleButTheOperators() throws IOException {
        var own = organisation("Commune modeste");
        var browser = browserOf(agent("Gestionnaire (essai)", own, Role.GESTIONNAIRE), own);
        var path = "/administration/organisations/" + own.id() + "/invitations/nouvelle";
        var answer =
                browser.getPage(
                        request(
                                browser,
                                path,
                                List.of(
                                        new NameValuePair("name", "Ambitieux (essai)"),
                                        new NameValuePair("email", "a@example.fr"),
                                        new NameValuePair("roles", Role.OPERATEUR))));
        assertThat(answer.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(invitations.of(own.id(), 10, 0).total()).isZero();
    }

    @Test
    void aPostWithoutItsTokenIsRefused() throws IOException {
        var browser = operator();
        var request =
                new WebRequest(url("/administration/organisations/nouvelle"), HttpMethod.POST);
        request.setRequestParameters(List.of(new NameValuePair("name", "Forgee")));
        assertThat(browser.getPage(request).getWebResponse().getStatusCode()).isEqualTo(403);
    }

    @Test
    void aGestionnaireCannotSuspendAnOperator() throws IOException {
        var own = organisation("Commune des deux");
        var operator = agent("Operateur (essai)", own, Role.OPERATEUR);
        var browser = browserOf(agent("Gestionnaire (essai)", own, Role.GESTIONNAIRE), own);
        var path = "/administration/organisations/" + own.id() + "/agents/" + operator.id();
        assertThat(status(browser, path)).isEqualTo(200);
        assertThat(post(browser, path + "/etat")).isEqualTo(422);
        assertThat(memberships.usable(operator.id())).hasSize(1);
    }

    @Test
    void theOperatorsPagesAnswerAndATokenIsToldOnce() throws IOException {
        var where = organisation("Commune des pages");
        var agent = agent("Agent des pages (essai)", where, Role.OPERATEUR);
        var browser = browserOf(agent, where);
        for (var path :
                List.of(
                        "/administration/organisations",
                        "/administration/agents?q=pages",
                        "/administration/agents/" + agent.id(),
                        "/administration/jetons",
                        "/administration/jetons/nouveau",
                        "/premiers-pas/suite",
                        "/administration/organisations/" + where.id() + "/agents/" + agent.id())) {
            assertThat(status(browser, path)).as(path).isEqualTo(200);
        }
        var made =
                browser.getPage(
                        request(
                                browser,
                                "/administration/jetons/nouveau",
                                List.of(
                                        new NameValuePair("label", "essai"),
                                        new NameValuePair("rights", "directory.gerer"),
                                        new NameValuePair("days", "3"))));
        assertThat(made.getWebResponse().getStatusCode()).isEqualTo(201);
        assertThat(made.getWebResponse().getContentAsString()).contains("socle_");
        HtmlPage list = browser.getPage(address("/administration/jetons"));
        assertThat(list.asNormalizedText()).doesNotContain("socle_");
        assertThat(post(browser, "/administration/jetons/nouveau")).isEqualTo(422);
        assertThat(post(browser, "/administration/agents/" + agent.id() + "/adresse"))
                .isEqualTo(200);
    }

    @Test
    void anInvitedPersonAcceptsByTheLinkAloneAndLookingConsumesNothing() throws IOException {
        var where = organisation("Commune accueillante");
        var path = "/invitation?code=" + secretOf(invitation(where, Role.GESTIONNAIRE));
        var browser = browser();
        assertThat(status(browser, path)).isEqualTo(200);
        HtmlPage page = browser.getPage(address(path));
        HtmlPage inside = button(formTo(page, "/invitation")).click();
        assertThat(inside.getUrl().getPath()).isEqualTo("/agent/mon-compte");
        assertThat(inside.asNormalizedText()).contains("Commune accueillante");
        assertThat(status(browser(), path)).isEqualTo(410);
        assertThat(status(browser(), "/invitation?code=rien")).isEqualTo(404);
        assertThat(status(browser(), "/invitation")).isEqualTo(404);
    }

    @Test
    void theOnlyManagerCannotLeaveByHisOwnForm() throws IOException {
        var where = organisation("Commune à un seul");
        var agent = agent("Agent Seul (essai)", where, Role.GESTIONNAIRE);
        var browser = browserOf(agent, where);
        var path = "/administration/organisations/" + where.id() + "/agents/" + agent.id();
        var typed = List.of(new NameValuePair("_version", "1"));
        HtmlPage refused = browser.getPage(request(browser, path, typed));
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText()).contains("dernier gestionnaire actif");
    }

    private WebClient operator() {
        var where = organisation("Commune de l’opérateur");
        return browserOf(agent("Opérateur (essai)", where, Role.OPERATEUR), where);
    }

    private int post(WebClient browser, String path) throws IOException {
        Page answer =
                browser.getPage(
                        request(
                                browser,
                                path,
                                List.of(
                                        new NameValuePair("name", "Intrus"),
                                        new NameValuePair("siret", freshSiret()),
                                        new NameValuePair("type", "autre"),
                                        new NameValuePair("_version", "1"))));
        return answer.getWebResponse().getStatusCode();
    }

    private WebRequest request(WebClient browser, String path, List<NameValuePair> typed)
            throws IOException {
        HtmlPage account = browser.getPage(address("/agent/mon-compte"));
        var csrf = formTo(account, "/deconnexion").getInputByName("_csrf").getValue();
        var request = new WebRequest(url(path), HttpMethod.POST);
        var all = new ArrayList<>(typed);
        all.add(new NameValuePair("_csrf", csrf));
        request.setRequestParameters(all);
        return request;
    }

    private java.net.URL url(String path) throws IOException {
        return URI.create(address(path)).toURL();
    }

    private int status(WebClient browser, String path) throws IOException {
        return browser.getPage(address(path)).getWebResponse().getStatusCode();
    }

    private static HtmlForm formTo(HtmlPage page, String action) {
        return page.getForms().stream()
                .filter(it -> it.getActionAttribute().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.asNormalizedText()));
    }

    private static org.htmlunit.html.HtmlElement button(HtmlForm form) {
        return form.getFirstByXPath(".//button");
    }
}
