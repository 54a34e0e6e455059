package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exchange.desk.ProviderDesk;
import java.io.IOException;
import java.util.Map;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The operator's pages of data providers, without scripts. */
@NullMarked
class DeskPagesTests extends DeskTest {

    @Autowired ProviderDesk desk;

    DeskPagesTests() throws IOException {}

    @BeforeEach
    void anOperator() {
        operator("exchange.operer");
    }

    @Test
    void aProviderIsDescribedSetUpTriedOpenedAndCutOff() throws IOException {
        var page = proposed();
        assertThat(value(page, "data_set.code")).isEqualTo(code);
        assertThat(value(page, "data_set.fields.0.label")).isEqualTo("Numéro du permis");
        assertThat(value(page, "data_set.fields.2.pointers")).isEqualTo("/data/titres/*/categorie");
        assertThat(value(page, "auth.header")).isEqualTo("X-Cle");
        var made = send(typed(formTo(page, HOME + "/nouveau/description"), NAMED));
        assertThat(made.asNormalizedText()).contains("En préparation", "À régler");
        assertThat(get("/pings/" + code).statusCode()).isEqualTo(404);
        assertThat(get("/etat-des-fournisseurs/" + code).statusCode()).isEqualTo(404);

        var early = send(formTo(made, one() + "/etat"));
        assertThat(status(early)).isEqualTo(422);
        assertThat(early.asNormalizedText()).contains("Réglez d’abord l’accès");
        var access = formTo(open(one() + "/acces"), one() + "/acces");
        var set = send(typed(access, Map.of("token", "cle-secrete")));
        assertThat(set.asNormalizedText())
                .contains("accès est enregistré")
                .doesNotContain("À régler");
        assertThat(open(one() + "/acces").asXml()).doesNotContain("cle-secrete");

        behaviour =
                exchange ->
                        say(
                                exchange,
                                "cle-secrete".equals(exchange.getRequestHeaders().getFirst("X-Cle"))
                                        ? 200
                                        : 401,
                                "{\"data\":{\"numero\":\"12AB\",\"surprise\":{\"x\":1},\"titres\":[]}}");
        var console = formTo(open(one() + "/essai"), one() + "/essai");
        var seen =
                send(
                        typed(
                                console,
                                Map.of(
                                        "reason",
                                        "Vérifier la clé reçue",
                                        "recipient",
                                        "13002526500013")));
        assertThat(seen.asNormalizedText())
                .contains("2 champs trouvés sur 3", "numero, titres", "points", "/data/surprise")
                .doesNotContain("12AB");

        var opened = send(formTo(open(one()), one() + "/etat"));
        assertThat(opened.asNormalizedText()).contains("En service");
        assertThat(get("/pings/" + code).statusCode()).isEqualTo(200);
        var cut = send(formTo(opened, one() + "/etat"));
        assertThat(cut.asNormalizedText()).contains("Coupé");
        assertThat(get("/pings/" + code).statusCode()).isEqualTo(502);
        told("inscrit", "acces-regle", "essaye", "retabli", "coupe");
        assertThat(entries().toString())
                .contains("Vérifier la clé reçue")
                .doesNotContain("cle-secrete", "ESSAI");
    }

    @Test
    void whatIsWrongIsToldWhereItIsAndNothingTypedIsLost() throws IOException {
        var form = formTo(proposed(), HOME + "/nouveau/description");
        typed(form, NAMED);
        var wrong =
                send(
                        typed(
                                form,
                                Map.of(
                                        "base_url", "http://ailleurs.example",
                                        "data_set.source.prefix", "9",
                                        "data_set.terms.opens", "8h",
                                        "data_set.terms.perMinute", "0",
                                        "data_set.fields.0.code", "Numéro",
                                        "data_set.fields.1.pointers", "/data/points\n/data/autre",
                                        "test", "une ligne sans égal")));
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(wrong.asNormalizedText())
                .contains("https://", "08:00", "nombre entre 1 et", "ne s’écrit pas nom=valeur");
        assertThat(value(wrong, "base_url")).isEqualTo("http://ailleurs.example");
        assertThat(value(wrong, "data_set.fields.0.code")).isEqualTo("Numéro");
        var again =
                send(
                        typed(
                                formTo(wrong, HOME + "/nouveau/description"),
                                Map.of(
                                        "base_url", "https://ailleurs.example",
                                        "data_set.terms.opens", "",
                                        "data_set.terms.perMinute", "60",
                                        "test", "")));
        assertThat(again.asNormalizedText())
                .contains("Le préfixe a deux chiffres", "Ligne 1 : Code", "Ligne 2 : Pointeurs");
        assertThat(desk.find(code)).isEmpty();
    }

    @Test
    void linesAreAddedAndRemovedAndNothingIsSaved() throws IOException {
        var page = proposed();
        var form = formTo(page, HOME + "/nouveau/description");
        page = press(typed(form, NAMED), "ajouter");
        assertThat(status(page)).isEqualTo(200);
        assertThat(value(page, "data_set.fields.3.code")).isEmpty();
        assertThat(value(page, "name")).isEqualTo("Ministère d’essai");
        page = press(formTo(page, HOME + "/nouveau/description"), "retirer-0");
        assertThat(value(page, "data_set.fields.0.code")).isEqualTo("points");
        assertThat(page.getElementsByName("data_set.fields.3.code")).isEmpty();
        page = send(formTo(page, HOME + "/nouveau/description"));
        assertThat(page.asNormalizedText()).contains("Ligne 3 : Code");
        page = press(formTo(page, HOME + "/nouveau/description"), "retirer-2");
        assertThat(send(formTo(page, HOME + "/nouveau/description")).asNormalizedText())
                .contains("En préparation");
        assertThat(desk.find(code).orElseThrow().set().fields()).hasSize(2);
    }

    @Test
    void theSecondOfTwoWritersIsToldAndKeepsWhatHeTyped() throws IOException {
        prepared();
        var mine = formTo(open(one() + "/description"), one() + "/description");
        var theirs = formTo(open(one() + "/description"), one() + "/description");
        send(typed(theirs, Map.of("data_set.title", "Permis de conduire")));
        var stale = send(typed(mine, Map.of("name", "Autre ministère")));
        assertThat(status(stale)).isEqualTo(409);
        assertThat(value(stale, "name")).isEqualTo("Autre ministère");
        send(formTo(stale, one() + "/description"));
        assertThat(desk.find(code).orElseThrow().name()).isEqualTo("Autre ministère");
        told("inscrit", "acces-regle", "modifie", "modifie");
    }

    @Test
    void aSecretDoesNotFollowToAnotherServerNorToAnotherUse() throws IOException {
        prepared();
        send(formTo(open(one()), one() + "/etat"));
        var moved = formTo(open(one() + "/description"), one() + "/description");
        var after = send(typed(moved, Map.of("base_url", "https://ailleurs.example")));
        assertThat(after.asNormalizedText()).contains("Coupé", "À régler");
        var kept = formTo(open(one() + "/acces"), one() + "/acces");
        var refused = send(typed(kept, Map.of("auth.kind", "bearer")));
        assertThat(status(refused)).isEqualTo(422);
        assertThat(refused.asNormalizedText()).contains("Donnez le secret");
        var set = send(typed(formTo(refused, one() + "/acces"), Map.of("token", "jeton.1")));
        assertThat(set.asNormalizedText()).contains("L’accès est enregistré");
        send(typed(formTo(open(one() + "/acces"), one() + "/acces"), Map.of("token", "jeton.2")));
        told("modifie", "acces-regle", "secret-change");
        assertThat(entries().toString()).contains("secret oublié").doesNotContain("jeton.");
    }

    @Test
    void twoProvidersNeverAnswerAtOneAddress() throws IOException {
        prepared();
        var again = send(typed(formTo(proposed(), HOME + "/nouveau/description"), NAMED));
        assertThat(status(again)).isEqualTo(422);
        assertThat(again.asNormalizedText()).contains("donne déjà");
        var form = formTo(again, HOME + "/nouveau/description");
        var other = send(typed(form, Map.of("data_set.code", code + "-bis")));
        assertThat(other.asNormalizedText()).contains("répond déjà à cette adresse");
        assertThat(desk.find(code + "-bis")).isEmpty();
    }

    @Test
    void aDocumentThatIsNoneIsToldAndKept() throws IOException {
        var ask = formTo(open(HOME + "/nouveau"), HOME + "/nouveau");
        for (var wrong : new String[] {"{:", "", "paths: {}", "- liste", "a: &a [*a]"}) {
            var refused = send(typed(ask, Map.of("texte", wrong)));
            assertThat(status(refused)).as(wrong).isEqualTo(422);
            assertThat(value(refused, "texte").strip()).isEqualTo(wrong);
        }
        var plain = post(HOME + "/nouveau", "texte=a");
        assertThat(status(plain)).isEqualTo(422);
        assertThat(status(post(HOME + "/nouveau/chemin", "document=bm9u&chemin=/x")))
                .isEqualTo(422);
        assertThat(status(post(HOME + "/nouveau/chemin", "document=&chemin="))).isEqualTo(422);
    }

    @Test
    void formsThatNoPageOfOursSendsChangeNothing() throws IOException {
        prepared();
        var before = desk.find(code).orElseThrow().version();
        assertThat(status(post(one() + "/etat", "actif=peut-etre"))).isEqualTo(400);
        assertThat(status(post(one() + "/etat", "actif=oui&actif=non"))).isEqualTo(422);
        assertThat(status(post(one() + "/acces", "auth.kind=bearer&token=x"))).isEqualTo(400);
        assertThat(status(post(one() + "/acces", "_version=" + before + "&auth.kind=rien")))
                .isEqualTo(422);
        var twice = "_version=" + before + "&auth.kind=bearer&token=x&token=y";
        assertThat(status(post(one() + "/acces", twice))).isEqualTo(422);
        assertThat(status(post(one() + "/certificat", "_version=" + before))).isEqualTo(422);
        assertThat(status(post(one() + "/description", "name=x"))).isEqualTo(400);
        assertThat(status(post(HOME + "/jeux/absent/etat", "actif=oui"))).isEqualTo(404);
        assertThat(status(post(HOME + "/jeux/quotient-familial/acces", "_version=1")))
                .isEqualTo(404);
        assertThat(status(open(HOME + "/jeux/absent"))).isEqualTo(404);
        assertThat(desk.find(code).orElseThrow().version()).isEqualTo(before);
    }

    @Test
    void whoOnlyObservesSeesAndChangesNothing() throws IOException {
        prepared();
        operator("exchange.observer");
        for (var path :
                new String[] {"", "/nouveau", "/jeux/" + code, "/jeux/" + code + "/essai"}) {
            assertThat(status(open(HOME + path))).as(path).isEqualTo(403);
        }
        assertThat(status(post(one() + "/etat", "actif=oui"))).isEqualTo(403);
    }

    private HtmlPage post(String path, String body) throws IOException {
        var url = java.net.URI.create("http://localhost:" + port + path).toURL();
        var request = new WebRequest(url, HttpMethod.POST);
        request.setRequestBody(body);
        request.setAdditionalHeader("Content-Type", "application/x-www-form-urlencoded");
        request.setAdditionalHeader("Accept", "text/html");
        return browser.getPage(request);
    }
}
