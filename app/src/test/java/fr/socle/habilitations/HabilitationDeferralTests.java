package fr.socle.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.directory.Role;
import java.io.IOException;
import java.util.Map;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** An instructor defers what persons read, with a ground, before anything is granted. */
@NullMarked
class HabilitationDeferralTests extends HabilitationHouse {

    @Test
    void theGroundAndTheDelayAreSaidBeforeTheGrantAndStay() throws IOException {
        var requester = browserOf(organisation("Ville discrète (essai)"), Role.GESTIONNAIRE);
        var instructor = instructor();
        var id = request(requester, "Discrète");

        HtmlPage wrong = sent(form(instructor, id), "", "901");
        assertThat(wrong.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(wrong.asNormalizedText()).contains("entre 1 et 900");

        HtmlPage said = sent(form(instructor, id), "Article d’essai", "60");
        assertThat(said.asNormalizedText())
                .contains("La divulgation est différée.", "Article d’essai", "60 jours");
        assertThat(forms(said, id)).isZero();

        decide(instructor, id, "accorder", "");
        assertThat(habilitations.find(idOf(id)).orElseThrow().differe())
                .contains(new Differe("Article d’essai", 60));
        HtmlPage requested = requester.getPage(address(OWN + "/" + id));
        assertThat(requested.asNormalizedText()).contains("Divulgation différée");
    }

    @Test
    void onceGrantedItIsTooLate() throws IOException {
        var requester = browserOf(organisation("Ville pressée (essai)"), Role.GESTIONNAIRE);
        var instructor = instructor();
        var id = request(requester, "Pressée");
        var seenBefore = form(instructor, id);
        decide(instructor, id, "accorder", "");
        HtmlPage late = sent(seenBefore, "Article d’essai", "60");
        assertThat(late.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(late.asNormalizedText()).contains("Il est trop tard");
        assertThat(habilitations.find(idOf(id)).orElseThrow().differe()).isEmpty();
    }

    @Test
    void whoDoesNotExamineDefersNothing() throws IOException {
        var requester =
                browserOf(
                        organisation("Ville seule (essai)"),
                        Role.GESTIONNAIRE,
                        HabilitationRights.INSTRUCTEUR);
        var id = request(requester, "Seule");
        assertThat(status(requester, EXAMINE + "/" + id)).isEqualTo(404);
        var reporter =
                browserOf(organisation("Ministère lecteur (essai)"), HabilitationRights.RAPPORTEUR);
        HtmlPage read = reporter.getPage(address(EXAMINE + "/" + id));
        assertThat(forms(read, id)).isZero();
    }

    @Test
    void aProgramDefersByTheSameRules() throws IOException {
        var requester = browserOf(organisation("Ville programmée (essai)"), Role.GESTIONNAIRE);
        var id = request(requester, "Programmée");
        var whole = Map.<String, Object>of("differe-fondement", "Article", "differe-jours", 30);
        assertThat(defer(id, "", whole)).isEqualTo(428);
        assertThat(defer(id, "\"77\"", whole)).isEqualTo(412);
        assertThat(defer(id, "\"1\"", Map.of("differe-fondement", "x"))).isEqualTo(422);
        assertThat(defer("x", "\"1\"", whole)).isEqualTo(404);
        assertThat(defer(id, "\"1\"", whole)).isEqualTo(204);
        assertThat(defer(id, "\"2\"", whole)).isEqualTo(422);
    }

    private int defer(String id, String tag, Map<String, Object> body) {
        var call = api().post().uri("/api/habilitations/v1/demandes/" + id + "/differe");
        if (!tag.isEmpty()) {
            call.header(HttpHeaders.IF_MATCH, tag);
        }
        return call.body(body).retrieve().toBodilessEntity().getStatusCode().value();
    }

    private HtmlForm form(WebClient browser, String id) throws IOException {
        HtmlPage page = browser.getPage(address(EXAMINE + "/" + id));
        return formTo(page, EXAMINE + "/" + id + "/differe");
    }

    private static long forms(HtmlPage page, String id) {
        return page.getForms().stream()
                .filter(it -> it.getActionAttribute().equals(EXAMINE + "/" + id + "/differe"))
                .count();
    }

    private static HtmlPage sent(HtmlForm form, String ground, String days) throws IOException {
        form.getInputByName("differe-fondement").setValue(ground);
        form.getInputByName("differe-jours").setValue(days);
        return button(form).click();
    }
}
