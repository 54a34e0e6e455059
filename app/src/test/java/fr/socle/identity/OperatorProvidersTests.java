package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.SignsIn;
import fr.socle.Socle;
import fr.socle.TestFolders;
import fr.socle.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Providers in the hands of the operator. */
@NullMarked
class OperatorProvidersTests extends OperatorTest {

    private static final String NEW = HOME + "/fournisseurs/nouveau";

    @Autowired Journal journal;

    @Value("${socle.database-url}")
    String databaseUrl = "";

    @Value("${socle.data}")
    String data = "";

    private final String uid = "essai-" + UUID.randomUUID().toString().substring(0, 8);

    private Map<String, String> typed(String issuer) {
        var typed = new HashMap<String, String>();
        typed.put("uid", uid);
        typed.put("label", "Compte " + uid);
        typed.put("hint", "Pour l’essai");
        typed.put("issuer", issuer);
        typed.put("client_id", "socle-essai");
        typed.put("client_secret", "secret-d-essai");
        return typed;
    }

    private void press(String what) throws IOException {
        var browser = operator();
        var page = open(browser, HOME + "/fournisseurs/" + uid);
        send(formTo(page, HOME + "/fournisseurs/" + uid + what), Map.of());
    }

    private boolean onTheWall(String base) throws IOException {
        HtmlPage wall = SignsIn.browser().getPage(base + "/connexion/usager");
        return !wall.getByXPath("//button[not(@disabled)][contains(., 'Compte " + uid + "')]")
                .isEmpty();
    }

    @Test
    void aProviderIsAddedTriedShownHiddenAndCutOffOnEveryNode() throws Exception {
        try (var provider = new LyingProvider();
                var second = secondNode()) {
            var there =
                    "http://localhost:" + second.getEnvironment().getProperty("local.server.port");
            var form = formTo(open(operator(), NEW), NEW);
            var added = send(form, typed(provider.issuer()));
            assertThat(added.asNormalizedText())
                    .contains(
                            "hors service",
                            "Le document de découverte se lit",
                            "n’annonce pas PKCE")
                    .doesNotContain("À corriger", "secret-d-essai");
            assertThat(onTheWall(base())).isFalse();
            press("/etat");
            within2s(() -> onTheWall(base()) && onTheWall(there));
            press("/affichage");
            within2s(() -> !onTheWall(base()) && !onTheWall(there));
            press("/affichage");
            within2s(() -> onTheWall(there));
            var wall = (HtmlPage) SignsIn.browser().getPage(there + "/connexion/usager");
            press("/etat");
            within2s(() -> !onTheWall(base()) && !onTheWall(there));
            var gone = SignsIn.press(wall, "Compte " + uid);
            assertThat(gone.getUrl().toString()).startsWith("http://localhost");
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(entries("identity.fournisseur-coupe", journal))
                                        .anyMatch(it -> it.contains(uid)));
        assertThat(entries("identity.fournisseur-ajoute", journal))
                .anyMatch(it -> it.contains(uid) && it.contains("acteur="));
    }

    private static void within2s(java.util.concurrent.Callable<Boolean> fact) {
        await().atMost(Duration.ofSeconds(2)).pollInterval(Duration.ofMillis(100)).until(fact);
    }

    /** Another node on the same database, with the same master key and a data folder of its own. */
    private org.springframework.context.ConfigurableApplicationContext secondNode()
            throws IOException {
        var folder = TestFolders.fresh("socle-second");
        var master = Files.readAllBytes(Path.of(data, "cles", "maitresse"));
        return new SpringApplicationBuilder(Socle.class)
                .logStartupInfo(false)
                .properties(
                        Map.of(
                                "socle.database-url",
                                databaseUrl,
                                "socle.data",
                                folder.toString(),
                                "socle.master-key",
                                Base64.getEncoder().encodeToString(master),
                                "server.port",
                                "0"))
                .run();
    }

    @Test
    void aTrialTellsWhatIsWrongThere() throws Exception {
        var form = formTo(open(operator(), NEW), NEW);
        var added = send(form, typed("http://127.0.0.1:9"));
        assertThat(added.asNormalizedText()).contains("À corriger", "ne répond pas");
    }

    @Test
    void aWrongFormNamesEachFieldAndKeepsWhatWasTypedButTheSecret() throws IOException {
        var typed = typed("http://compte.exemple/");
        typed.put("uid", "Avec Blancs");
        typed.put("label", "");
        typed.put("domains", "ministere.example");
        var refused = send(formTo(open(operator(), NEW), NEW), typed);
        assertThat(status(refused)).isEqualTo(422);
        assertThat(refused.getElementById("erreurs").asNormalizedText())
                .contains("Nom de référence", "Émetteur", "Nom affiché", "Domaines");
        assertThat(refused.asXml()).contains("Avec Blancs").doesNotContain("secret-d-essai");
        assertThat(count()).isZero();
    }

    @Test
    void theSummaryOfErrorsFollowsTheForm() throws IOException {
        var form = formTo(open(operator(), NEW), NEW);
        var typed = typed("nulle part");
        typed.keySet().forEach(it -> typed.put(it, ""));
        typed.put("position", "mille");
        typed.put("domains", "ministere.example");
        var refused = send(form, typed);
        var order =
                refused.getElementById("erreurs").getElementsByTagName("a").stream()
                        .map(it -> it.getAttribute("href"))
                        .toList();
        assertThat(order)
                .containsExactly(
                        "#uid",
                        "#label",
                        "#issuer",
                        "#client_id",
                        "#client_secret",
                        "#domains",
                        "#position");
    }

    @Test
    void aProviderVouchesForTheLevelsThatTheOperatorTicks() throws IOException {
        var path = HOME + "/fournisseurs/" + uid;
        send(formTo(open(operator(), NEW), NEW), typed("http://127.0.0.1:9"));
        assertThat(levels()).containsExactly("eidas1");
        var page = open(operator(), path);
        var form = formTo(page, path);
        assertThat(form.getInputsByName("levels")).hasSize(1);
        form.getInputsByName("levels").forEach(it -> it.setChecked(false));
        var refused = send(form, Map.of());
        assertThat(status(refused)).isEqualTo(422);
        assertThat(refused.getElementById("erreurs").asNormalizedText())
                .contains("Niveaux de garantie");
        assertThat(levels()).containsExactly("eidas1");
    }

    @Test
    void aLevelThatIsNotTheFederationsIsRefusedByItsName() throws IOException {
        var form = formTo(open(operator(), NEW), NEW);
        form.getInputsByName("levels").stream()
                .filter(it -> it.getValueAttribute().equals("eidas3"))
                .forEach(it -> it.setChecked(true));
        var refused = send(form, typed("http://127.0.0.1:9"));
        assertThat(status(refused)).isEqualTo(422);
        assertThat(refused.asNormalizedText()).contains("ceux de la fédération : eidas1");
        assertThat(count()).isZero();
    }

    @Test
    void aTrialTellsThatAnInnerAddressIsNotCalled() throws IOException {
        var added = send(formTo(open(operator(), NEW), NEW), typed("https://10.255.255.1"));
        assertThat(added.asNormalizedText()).contains("n’est pas publique", "outside.networks");
    }

    private List<String> levels() {
        return db.sql("SELECT unnest(levels) FROM identity.provider WHERE uid = :uid")
                .param("uid", uid)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void addressesThatLeadElsewhereAreRefused() throws IOException {
        for (var issuer :
                List.of(
                        "javascript:alert(1)",
                        "http://exemple.fr",
                        "https://exemple.fr/",
                        "https://u:p@exemple.fr",
                        "https://exemple.fr?x=1",
                        "//exemple.fr",
                        "https://exemple.fr#x",
                        "https://" + "x".repeat(500))) {
            var refused = send(formTo(open(operator(), NEW), NEW), typed(issuer));
            assertThat(status(refused)).as(issuer).isEqualTo(422);
        }
        assertThat(count()).isZero();
    }

    @Test
    void theSecondWriterIsTold() throws Exception {
        var path = HOME + "/fournisseurs/" + uid;
        send(formTo(open(operator(), NEW), NEW), typed("http://127.0.0.1:9"));
        var one = formTo(open(operator(), path), path);
        var other = formTo(open(operator(), path), path);
        assertThat(status(send(one, Map.of("label", "Premier " + uid)))).isEqualTo(200);
        var stale = send(other, Map.of("label", "Second " + uid));
        assertThat(status(stale)).isEqualTo(409);
        assertThat(stale.asXml()).contains("Second " + uid);
        assertThat(status(send(formTo(stale, path), Map.of()))).isEqualTo(200);
    }

    @Test
    void whatIsNoFormOfOursIsRefused() throws IOException {
        var browser = operator();
        var path = HOME + "/fournisseurs/";
        assertThat(code(browser, path + "impots-fictifs/etat", "actif", "peut-être"))
                .isEqualTo(400);
        assertThat(code(browser, path + "inconnu/etat", "actif", "non")).isEqualTo(404);
        assertThat(code(browser, path + "inconnu/affichage", "affiche", "non")).isEqualTo(404);
        assertThat(code(browser, path + "inconnu", "label", "x")).isEqualTo(404);
        assertThat(code(browser, path + "impots-fictifs", "label", "x")).isEqualTo(400);
        assertThat(status(open(browser, path + "inconnu"))).isEqualTo(404);
    }

    private int code(org.htmlunit.WebClient browser, String path, String name, String value)
            throws IOException {
        return post(browser, path, List.of(new NameValuePair(name, value)))
                .getWebResponse()
                .getStatusCode();
    }

    private int count() {
        return db.sql("SELECT count(*) FROM identity.provider WHERE uid = :uid")
                .param("uid", uid)
                .query(Integer.class)
                .single();
    }
}
