package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Dossiers find their group, agents see those of theirs, through pages and without scripts. */
@NullMarked
class GroupesPagesTests extends DossierHouse {

    @Test
    void aRuleSendsDossiersToItsGroupAndOnlyItsAgentsSeeThem() throws IOException {
        var theirs = agent("Nora Essai", school);
        var other = agent("Omar Essai", school);
        var builder = agentBrowser(builderOf(school));
        var group = grouped(builder, "Régimes particuliers", theirs.id().toString());
        HtmlPage ask = builder.getPage(address(group + "?question=regi"));
        var form = formTo(ask, "/regle");
        form.getInputsByValue("egal").getFirst().setChecked(true);
        form.getInputsByValue("non").getFirst().setChecked(true);
        assertThat(status(press(form, "Ajouter"))).isEqualTo(200);
        var id = idOf(deposited(usager(UUID.randomUUID())));
        assertThat(status(agentBrowser(theirs), "/agent/dossiers/" + id)).isEqualTo(200);
        assertThat(status(agentBrowser(other), "/agent/dossiers/" + id)).isEqualTo(403);
        HtmlPage inbox = agentBrowser(other).getPage(address("/agent/dossiers"));
        assertThat(inbox.asNormalizedText()).contains("Aucun dossier");
        HtmlPage mine = agentBrowser(theirs).getPage(address("/agent/dossiers"));
        assertThat(mine.asNormalizedText()).contains("Angela");
    }

    @Test
    void aDossierThatAnAgentMovedIsMovedByNoRule() throws IOException {
        var agent = agent("Nora Essai", school);
        var builder = agentBrowser(builderOf(school));
        grouped(builder, "Secteur Nord", null);
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        var browser = agentBrowser(agent);
        HtmlPage opened = browser.getPage(address("/agent/dossiers/" + id));
        var form = formTo(opened, "/groupe");
        form.getSelectByName("groupe").getOption(1).setSelected(true);
        var moved = press(form, "Confier");
        assertThat(moved.asNormalizedText()).contains("Secteur Nord (choisi par un agent)");
        var late = formTo(opened, "/groupe");
        late.getSelectByName("groupe").getOption(1).setSelected(true);
        assertThat(status(press(late, "Confier"))).isEqualTo(409);
        corrected(browser, usager, id);
        HtmlPage after = browser.getPage(address("/agent/dossiers/" + id));
        assertThat(after.asNormalizedText()).contains("Secteur Nord (choisi par un agent)");
    }

    @Test
    void aDossierIsGivenToAnAgentWhoIsToldOfItsCorrection() throws IOException {
        var agent = agent("Nora Essai", school);
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        var browser = agentBrowser(agent);
        HtmlPage opened = browser.getPage(address("/agent/dossiers/" + id));
        var form = formTo(opened, "/attribution");
        form.getSelectByName("instructeur").getOption(1).setSelected(true);
        assertThat(press(form, "Confier").asNormalizedText()).contains("Ne plus suivre");
        corrected(browser, usager, id);
        assertThat(told(agent.id().value()))
                .singleElement()
                .asString()
                .startsWith("Correction déposée");
        var stranger = agent("Awa Essai", register);
        var forged = formTo(opened, "/attribution");
        forged.getSelectByName("instructeur")
                .getOption(1)
                .setValueAttribute(stranger.id().toString());
        forged.getSelectByName("instructeur").getOption(1).setSelected(true);
        assertThat(status(press(forged, "Confier"))).isEqualTo(400);
    }

    @Test
    void anOpeningRepeatedSoonAddsToTheCountAndNotALine() throws IOException {
        var id = idOf(deposited(usager(UUID.randomUUID())));
        var browser = agentBrowser(agent("Nora Essai", school));
        assertThat(status(browser, "/agent/dossiers/" + id)).isEqualTo(200);
        var before = entries();
        assertThat(status(browser, "/agent/dossiers/" + id)).isEqualTo(200);
        assertThat(entries()).isEqualTo(before);
        assertThat(times(id)).isEqualTo(2);
        db.sql(
                        "UPDATE demarches.acces SET since = since - interval '31 minutes' WHERE dossier = :id")
                .param("id", UUID.fromString(id))
                .update();
        assertThat(status(browser, "/agent/dossiers/" + id)).isEqualTo(200);
        assertThat(entries()).isEqualTo(before + 1);
        assertThat(times(id)).isEqualTo(1);
    }

    @Test
    void twoGroupsNeverBearTheSameNameAndTheDefaultOneStays() throws IOException {
        var builder = agentBrowser(builderOf(school));
        grouped(builder, "Secteur Nord", null);
        HtmlPage list = builder.getPage(address(groups()));
        var form = formTo(list, "/groupes");
        form.getInputByName("label").setValue("secteur NORD");
        assertThat(status(press(form, "Ajouter"))).isEqualTo(422);
        var empty = formTo(list, "/groupes");
        empty.getInputByName("label").setValue("x".repeat(121));
        assertThat(status(press(empty, "Ajouter"))).isEqualTo(422);
        assertThat(status(builder, groups() + "/" + UUID.randomUUID())).isEqualTo(404);
        assertThat(status(agentBrowser(agent("Nora Essai", school)), groups())).isEqualTo(403);
    }

    private String grouped(WebClient builder, String label, @Nullable String agent)
            throws IOException {
        HtmlPage list = builder.getPage(address(groups()));
        var form = formTo(list, "/groupes");
        form.getInputByName("label").setValue(label);
        var page = press(form, "Ajouter");
        var path = page.getUrl().getPath();
        if (agent != null) {
            var facts = formTo(page, path);
            facts.getInputsByValue(agent).getFirst().setChecked(true);
            assertThat(status(press(facts, "Enregistrer"))).isEqualTo(200);
        }
        return path;
    }

    private void corrected(WebClient agent, WebClient usager, String id) throws IOException {
        HtmlPage opened = agent.getPage(address("/agent/dossiers/" + id));
        var ask = formTo(opened, "/correction");
        ask.getTextAreaByName("message").setText("Quelle école ?");
        press(ask, "Envoyer");
        HtmlPage fill = usager.getPage(address("/mes-dossiers/" + id + "/remplir"));
        press(formTo(press(form(fill), "Continuer"), "/deposer"), "Déposer ma correction");
    }

    private String groups() {
        var id =
                db.sql("SELECT id FROM demarches.demarche WHERE slug = :slug")
                        .param("slug", slug)
                        .query(UUID.class)
                        .single();
        return "/administration/demarches/" + id + "/groupes";
    }

    private List<String> told(UUID agent) {
        return db.sql("SELECT subject FROM notifications.notice WHERE recipient = :agent")
                .param("agent", agent)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private int times(String id) {
        return db.sql("SELECT times FROM demarches.acces WHERE dossier = :id")
                .param("id", UUID.fromString(id))
                .query(Integer.class)
                .single();
    }

    private long entries() {
        return db.sql(
                        "SELECT (SELECT count(*) FROM journal.pending) + (SELECT count(*) FROM journal.content)")
                .query(Long.class)
                .single();
    }
}
