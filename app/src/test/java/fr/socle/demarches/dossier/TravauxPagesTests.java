package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What agents do with many dossiers at once, through pages and without scripts. */
@NullMarked
class TravauxPagesTests extends DossierHouse {

    @Test
    void manyDossiersAreExaminedThenRefusedAndEachUsagerIsTold() throws IOException {
        var one = idOf(deposited(usager(UUID.randomUUID())));
        var two = idOf(deposited(usager(UUID.randomUUID())));
        var agent = agentBrowser(agent("Nora Essai", school));
        finished(agent, ordered(agent, "instruire", ""));
        assertThat(state(one)).isEqualTo("en-instruction");
        finished(agent, ordered(agent, "refuser", "Hors délai."));
        assertThat(state(one)).isEqualTo("refuse");
        assertThat(state(two)).isEqualTo("refuse");
        var again = finished(agent, ordered(agent, "accepter", ""));
        assertThat(again.asNormalizedText()).contains("Son état ne le permet pas", "Aucun dossier");
        assertThat(decisions(one)).isEqualTo(1);
    }

    @Test
    void anOrderThatADeadNodeLeftIsFinishedAndNothingIsDoneTwice() throws IOException {
        var one = idOf(deposited(usager(UUID.randomUUID())));
        var two = idOf(deposited(usager(UUID.randomUUID())));
        var agent = agentBrowser(agent("Nora Essai", school));
        var page = finished(agent, ordered(agent, "instruire", ""));
        var order = UUID.fromString(page.getUrl().getPath().split("/")[3]);
        // as it stands when a node dies between two dossiers: its lease runs out
        db.sql(
                        """
                        UPDATE demarches.dossier SET state = 'en-construction', instructed_at = NULL
                         WHERE id = :id
                        """)
                .param("id", UUID.fromString(two))
                .update();
        db.sql(
                        "UPDATE demarches.travail_dossier SET outcome = NULL WHERE travail = :t AND dossier = :d")
                .param("t", order)
                .param("d", UUID.fromString(two))
                .update();
        db.sql(
                        """
                        UPDATE demarches.travail SET finished_at = NULL, taken_until = now() - interval '1 second'
                         WHERE id = :t
                        """)
                .param("t", order)
                .update();
        finished(agent, page);
        assertThat(state(two)).isEqualTo("en-instruction");
        assertThat(steps(one)).isEqualTo(1);
    }

    @Test
    void aDossierThatCannotBeReadIsLeftAndToldAndThoseBehindItAreDone() throws IOException {
        var broken = idOf(deposited(usager(UUID.randomUUID())));
        var sound = idOf(deposited(usager(UUID.randomUUID())));
        email(broken, "illisible");
        var agent = agentBrowser(agent("Nora Essai", school));
        try {
            var page = finished(agent, ordered(agent, "instruire", ""));
            assertThat(page.asNormalizedText()).contains("Une erreur s’est produite");
            assertThat(state(sound)).isEqualTo("en-instruction");
            assertThat(state(broken)).isEqualTo("en-construction");
        } finally {
            email(broken, "essai@exemple.test");
        }
    }

    private void email(String id, String text) {
        db.sql("UPDATE demarches.dossier SET email = :text WHERE id = :id")
                .param("text", text)
                .param("id", UUID.fromString(id))
                .update();
    }

    @Test
    void aColleagueOfAnotherGroupDoesNothingAndAForgedOrderIsRefused() throws IOException {
        var id = idOf(deposited(usager(UUID.randomUUID())));
        var agent = agentBrowser(agent("Nora Essai", school));
        HtmlPage page = agent.getPage(address(list()));
        var form = orders(page);
        form.getSelectByName("action").getOptionByValue("refuser").setSelected(true);
        form.getInputByName("tout").setChecked(true);
        assertThat(status(press(form, "Lancer"))).isEqualTo(422);
        var none = orders(page);
        none.getInputByName("tout").setChecked(false);
        none.getSelectByName("action").getOptionByValue("suivre").setSelected(true);
        assertThat(press(none, "Lancer").asNormalizedText()).contains("Cochez au moins un dossier");
        var ordered = finished(agent, ordered(agent, "suivre", ""));
        var other = agentBrowser(agent("Omar Essai", school));
        assertThat(status(other, ordered.getUrl().getPath())).isEqualTo(404);
        assertThat(state(id)).isEqualTo("en-construction");
    }

    @Test
    void aLabelIsStuckOnDossiersAndListsThem() throws IOException {
        var id = idOf(deposited(usager(UUID.randomUUID())));
        var agent = agentBrowser(agent("Nora Essai", school));
        HtmlPage labels = agent.getPage(address(list() + "/etiquettes"));
        var form = formTo(labels, "/etiquettes");
        form.getInputByName("nom").setValue("Urgent");
        assertThat(status(press(form, "Ajouter"))).isEqualTo(422);
        form.getInputsByValue("pink_macaron").getFirst().setChecked(true);
        assertThat(status(press(form, "Ajouter"))).isEqualTo(200);
        assertThat(status(press(form, "Ajouter"))).isEqualTo(422);
        HtmlPage page = agent.getPage(address(list()));
        var order = orders(page);
        order.getInputsByValue(id).getFirst().setChecked(true);
        order.getSelectByName("action").getOptionByValue("etiqueter").setSelected(true);
        order.getSelectByName("poser").getOption(1).setSelected(true);
        finished(agent, press(order, "Lancer"));
        HtmlPage seen = agent.getPage(address(list()));
        assertThat(seen.asNormalizedText()).contains("Urgent");
    }

    private HtmlPage ordered(WebClient agent, String action, String text) throws IOException {
        HtmlPage page = agent.getPage(address(list() + "?onglet=tous"));
        var form = orders(page);
        form.getInputByName("tout").setChecked(true);
        form.getSelectByName("action").getOptionByValue(action).setSelected(true);
        form.getTextAreaByName("texte").setText(text);
        return press(form, "Lancer");
    }

    private static HtmlForm orders(HtmlPage page) {
        return formTo(page, "/travaux");
    }

    private HtmlPage finished(WebClient agent, HtmlPage order) {
        var path = order.getUrl().getPath();
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> (HtmlPage) agent.getPage(address(path)),
                        it -> it.asNormalizedText().contains("Terminé le"));
    }

    private String list() {
        var id =
                db.sql("SELECT id FROM demarches.demarche WHERE slug = :slug")
                        .param("slug", slug)
                        .query(UUID.class)
                        .single();
        return "/agent/demarches/" + id + "/dossiers";
    }

    private String state(String id) {
        return db.sql("SELECT state FROM demarches.dossier WHERE id = :id")
                .param("id", UUID.fromString(id))
                .query(String.class)
                .single();
    }

    private long decisions(String id) {
        return steps(id, "refuse");
    }

    private long steps(String id) {
        return steps(id, "passe-en-instruction");
    }

    private long steps(String id, String event) {
        return db.sql("SELECT count(*) FROM demarches.etape WHERE dossier = :id AND event = :event")
                .param("id", UUID.fromString(id))
                .param("event", event)
                .query(Long.class)
                .single();
    }
}
