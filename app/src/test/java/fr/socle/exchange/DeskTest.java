package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.SignsIn;
import fr.socle.directory.Actor;
import fr.socle.directory.ApiTokenDraft;
import fr.socle.directory.ApiTokens;
import fr.socle.journal.Audience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.htmlunit.html.HtmlTextArea;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;

/** The operator of data providers, before a simulated provider over real HTTP. */
@NullMarked
abstract class DeskTest extends ContractTest {

    static final String HOME = "/administration/fournisseurs-de-donnees";

    @Autowired ApiTokens apiTokens;

    final String code = "permis-" + letters();
    WebClient browser = SignsIn.browser();

    DeskTest() throws IOException {}

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x";
    }

    String secret(String right) {
        var draft = new ApiTokenDraft("Essai", List.of(right), Duration.ofHours(1));
        return apiTokens.create(Actor.CONSOLE, draft).secret();
    }

    WebClient operator(String right) {
        browser = SignsIn.browser();
        browser.addRequestHeader("Authorization", "Bearer " + secret(right));
        return browser;
    }

    /** Where the simulated provider listens. */
    String base() {
        var set = given("quotient-familial", 1000);
        return providers.provider(set.code()).orElseThrow().base();
    }

    HtmlPage open(String path) throws IOException {
        return browser.getPage("http://localhost:" + port + path);
    }

    String one() {
        return HOME + "/jeux/" + code;
    }

    static int status(HtmlPage page) {
        return page.getWebResponse().getStatusCode();
    }

    static HtmlForm formTo(HtmlPage page, String action) {
        return page.getForms().stream()
                .filter(it -> it.getActionAttribute().replaceAll("[?].*", "").equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form to " + action));
    }

    static HtmlForm typed(HtmlForm form, Map<String, String> values) {
        values.forEach((name, value) -> type(form, name, value));
        return form;
    }

    private static void type(HtmlForm form, String name, String value) {
        for (var field : form.<HtmlElement>getByXPath(".//*[@name='" + name + "']")) {
            switch (field) {
                case HtmlTextArea area -> area.setText(value);
                case HtmlSelect select -> select.setSelectedAttribute(value, true);
                case HtmlInput radio when radio.getAttribute("type").equals("radio") ->
                        radio.setChecked(radio.getValue().equals(value));
                case HtmlInput input -> input.setValue(value);
                default -> throw new AssertionError("no field " + name);
            }
        }
    }

    /** Presses the last button that carries no name of its own: the one that saves. */
    static HtmlPage send(HtmlForm form) throws IOException {
        return form.<HtmlButton>getByXPath(".//button[not(@name)]").getLast().click();
    }

    static HtmlPage press(HtmlForm form, String value) throws IOException {
        return form.<HtmlButton>getFirstByXPath(".//button[@value='" + value + "']").click();
    }

    static String value(HtmlPage page, String name) {
        HtmlElement field = (HtmlElement) page.getElementByName(name);
        return field instanceof HtmlTextArea area ? area.getText() : ((HtmlInput) field).getValue();
    }

    HttpResponse<String> get(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                    BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What the data protection officer reads of the entries about this test's provider. */
    List<String> entries() {
        return journal.from(0, 10_000).stream()
                .flatMap(it -> it.content().stream())
                .filter(it -> it.kind().startsWith("exchange.fournisseur-"))
                .filter(it -> it.readBy(Audience.AUDITEUR).toString().contains(code))
                .map(it -> it.kind() + " " + it.readBy(Audience.DPO))
                .toList();
    }

    /** The entries of these kinds are there, in this order. */
    void told(String... kinds) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(entries())
                                        .extracting(
                                                it ->
                                                        it.substring(
                                                                "exchange.fournisseur-".length(),
                                                                it.indexOf(' ')))
                                        .containsSubsequence(kinds));
    }

    /** An OpenAPI document of two paths, of which one is this test's. */
    String document(String base) {
        return """
               openapi: 3.1.0
               servers: [{url: "%1$s/"}]
               components:
                 securitySchemes: {cle: {type: apiKey, in: header, name: X-Cle}}
                 schemas:
                   Titre: {properties: {categorie: {type: string}, suite: {$ref: "#/components/schemas/Titre"}}}
                   Permis:
                     allOf:
                       - properties: {numero: {type: string, title: Numéro du permis}}
                       - properties:
                           points: {type: [integer, "null"]}
                           titres: {type: array, items: {properties: {categorie: {type: string}}}}
               paths:
                 /v9/%2$s/identite:
                   get:
                     summary: Permis d’essai
                     responses:
                       200:
                         content:
                           application/json:
                             schema: {properties: {data: {$ref: "#/components/schemas/Permis"}}}
                 /v9/autre/identite:
                   get:
                     responses:
                       "200":
                         content:
                           application/json:
                             schema: {properties: {data: {$ref: "#/components/schemas/Titre"}}}
                 /sans-donnees: {get: {responses: {"200": {description: rien}}}}
               """
                .formatted(base, code);
    }

    /** The form of the description that the document proposes. */
    HtmlPage proposed() throws IOException {
        var ask = formTo(open(HOME + "/nouveau"), HOME + "/nouveau");
        HtmlPage paths = send(typed(ask, Map.of("texte", document(base()))));
        var choice = formTo(paths, HOME + "/nouveau/chemin");
        return send(typed(choice, Map.of("chemin", "/v9/" + code + "/identite")));
    }

    static final Map<String, String> NAMED =
            Map.of(
                    "name",
                    "Ministère d’essai",
                    "test",
                    "nomNaissance=ESSAI\nprenoms[]=Test\nsexeEtatCivil=F");

    /** The provider of the document, in preparation, with its key. */
    void prepared() throws IOException {
        var form = formTo(proposed(), HOME + "/nouveau/description");
        send(typed(form, NAMED));
        send(
                typed(
                        formTo(open(one() + "/acces"), one() + "/acces"),
                        Map.of("token", "cle-secrete")));
    }
}
