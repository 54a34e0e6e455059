package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The list of one procedure's dossiers, through pages and without scripts. */
@NullMarked
class ListePagesTests extends DossierHouse {

    @Test
    void aDossierIsFoundByItsAnswersWithoutAccentsAndTheSearchIsInTheJournal() throws IOException {
        var id = idOf(deposited(usager(UUID.randomUUID())));
        var agent = agentBrowser(agent("Nora Essai", school));
        var before = entries("demarches.recherche");
        HtmlPage found = agent.getPage(address(list() + "?mots=LEA+jean"));
        assertThat(found.asXml()).contains("/agent/dossiers/" + id);
        HtmlPage nothing = agent.getPage(address(list() + "?mots=tilleuls"));
        assertThat(nothing.asNormalizedText()).contains("Aucun dossier ne correspond");
        assertThat(entries("demarches.recherche")).isEqualTo(before + 2);
    }

    @Test
    void anyFieldFiltersSortsAndShows() throws IOException {
        var id = idOf(deposited(usager(UUID.randomUUID())));
        var agent = agentBrowser(agent("Nora Essai", school));
        var before = entries("demarches.liste");
        HtmlPage list = agent.getPage(address(list() + "?c=quot&tri1=quot&sens1=desc&tri2=regi"));
        assertThat(list.asNormalizedText()).contains("Quotient familial").contains("872,5");
        assertThat(entries("demarches.liste")).isEqualTo(before + 1);
        HtmlPage kept = agent.getPage(address(list() + "?f=quot:au-moins:800&f=regi:egal:non"));
        assertThat(kept.asXml()).contains("/agent/dossiers/" + id);
        HtmlPage none = agent.getPage(address(list() + "?f=quot:au-plus:800"));
        assertThat(none.asNormalizedText()).contains("Aucun dossier");
    }

    @Test
    void tabsFollowTheDossier() throws IOException {
        var id = idOf(deposited(usager(UUID.randomUUID())));
        var agent = agentBrowser(agent("Nora Essai", school));
        assertThat(lists(agent.getPage(address(list())), id)).isTrue();
        HtmlPage opened = agent.getPage(address("/agent/dossiers/" + id));
        press(formTo(opened, "/suivi"), "Suivre");
        assertThat(lists(agent.getPage(address(list())), id)).isFalse();
        assertThat(lists(agent.getPage(address(list() + "?onglet=suivis")), id)).isTrue();
        var form = formTo(press(formTo(opened, "/instruire"), "Passer"), "/decision");
        press(form, "Accepter");
        assertThat(lists(agent.getPage(address(list() + "?onglet=suivis")), id)).isFalse();
        assertThat(lists(agent.getPage(address(list() + "?onglet=traites")), id)).isTrue();
        assertThat(lists(agent.getPage(address(list() + "?onglet=expirants")), id)).isFalse();
    }

    @Test
    void aListIsKeptUnderAName() throws IOException {
        var agent = agentBrowser(agent("Nora Essai", school));
        HtmlPage list = agent.getPage(address(list() + "?onglet=tous&f=quot:au-plus:900"));
        var form = formTo(list, "/filtres");
        form.getInputByName("nom").setValue("Petits quotients");
        var page = press(form, "Garder");
        assertThat(page.asXml()).contains("Petits quotients", "Une liste gardée");
        var other = agentBrowser(agent("Omar Essai", school));
        HtmlPage theirs = other.getPage(address(list()));
        assertThat(theirs.asXml()).doesNotContain("Petits quotients");
    }

    @Test
    void whatMeansNothingIsToldAndAStrangerSeesNoList() throws IOException {
        var agent = agentBrowser(agent("Nora Essai", school));
        for (var query :
                new String[] {
                    "?f=zz:egal:1",
                    "?f=quot:zz:1",
                    "?f=quot:egal:abc",
                    "?tri1=zz",
                    "?apres=zz",
                    "?etiquette=zz",
                    "?mots=a&mots=b",
                    "?mots=" + "x".repeat(201)
                }) {
            assertThat(status(agent, list() + query)).as(query).isEqualTo(422);
        }
        assertThat(status(agent, "/agent/demarches/" + UUID.randomUUID() + "/dossiers"))
                .isEqualTo(404);
        var stranger = agentBrowser(agent("Awa Essai", register));
        assertThat(status(stranger, list())).isEqualTo(404);
    }

    private static boolean lists(HtmlPage page, String id) {
        return page.asXml().contains("/agent/dossiers/" + id);
    }

    private String list() {
        var id =
                db.sql("SELECT id FROM demarches.demarche WHERE slug = :slug")
                        .param("slug", slug)
                        .query(UUID.class)
                        .single();
        return "/agent/demarches/" + id + "/dossiers";
    }
}
