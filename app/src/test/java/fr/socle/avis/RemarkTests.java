package fr.socle.avis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.Neighbours;
import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.avis.form.Forms;
import fr.socle.avis.form.Questions;
import fr.socle.avis.form.ServiceForm;
import fr.socle.avis.form.ServiceForm.Facts;
import fr.socle.avis.form.Template;
import fr.socle.avis.store.RemarkStore;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import fr.socle.kernel.Periode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlRadioButtonInput;
import org.htmlunit.html.HtmlTextArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PostgresTest
@Import(Neighbours.class)
class RemarkTests {

    @LocalServerPort int port;
    @Autowired Forms forms;
    @Autowired Scores scores;
    @Autowired RemarkStore remarks;

    private final WebClient browser = SignsIn.browser();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aRemarkIsKeptOnceMaskedAndReadFromFiveOn() throws IOException {
        var form = made();
        var before = scores.of(form.service(), Scores.EVER).open().opinions();
        var empty = send(page(form.path()));
        assertThat(empty.getWebResponse().getStatusCode()).isEqualTo(422);
        @Nullable HtmlPage sent = null;
        for (int i = 0; i < 4; i++) {
            sent = remark(form, "Le bouton numéro " + i + " ne répond pas, un@exemple.example");
        }
        assertThat(send(Objects.requireNonNull(sent)).getUrl().getPath())
                .as("sent twice")
                .isEqualTo("/avis/merci");
        assertThat(remarks.of(form.service(), days())).isEmpty();
        remark(form, "Une idée");
        assertThat(remarks.of(form.service(), days()))
                .extracting(RemarkStore.Remark::text)
                .hasSize(5)
                .contains("Le bouton numéro 1 ne répond pas, [courriel]");
        assertThat(scores.of(form.service(), Scores.EVER).open().opinions()).isEqualTo(before);
        browser.addRequestHeader(Neighbours.RIGHT, "avis.lire");
        assertThat(page("/agent/avis/" + Neighbours.STREET.id()).asNormalizedText())
                .contains("Quelque chose ne marche pas", "Une idée");
        var enormous = page(form.path());
        choose(enormous, "bug_kind", "bug");
        ((HtmlTextArea) enormous.getElementByName("verbatim")).setText("x".repeat(2001));
        assertThat(send(enormous).getWebResponse().getStatusCode()).isEqualTo(422);
    }

    private HtmlPage remark(ServiceForm form, String text) throws IOException {
        var page = page(form.path());
        choose(page, "bug_kind", "bug");
        ((HtmlTextArea) page.getElementByName("verbatim")).setText(text);
        assertThat(send(page).getUrl().getPath()).isEqualTo("/avis/merci");
        return page;
    }

    private ServiceForm made() {
        var facts =
                new Facts(
                        "Essai " + UUID.randomUUID(),
                        Template.REMARQUES,
                        true,
                        List.of(),
                        Questions.COMMON);
        var owner = new OrganisationId(new UUID(0, 2));
        var service = JudgedId.of(Neighbours.STREET.id());
        return ((Change.Done<ServiceForm>) forms.create(Actor.CONSOLE, owner, service, facts))
                .value();
    }

    private static Periode<LocalDate> days() {
        return new Periode<>(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1));
    }

    private static void choose(HtmlPage page, String field, String value) {
        page.<HtmlRadioButtonInput>querySelector("input[name=" + field + "][value=" + value + "]")
                .setChecked(true);
    }

    private static HtmlPage send(HtmlPage page) throws IOException {
        return page.<HtmlButton>querySelector("main form button").click();
    }

    private HtmlPage page(String path) throws IOException {
        return browser.getPage("http://localhost:" + port + path);
    }
}
