package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Joined;
import fr.socle.pieces.Family;
import fr.socle.pieces.Pieces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What agents note beside a dossier, through pages and without scripts. */
@NullMarked
class AnnotationPagesTests extends DossierHouse {

    private static final ChampId AVIS = new ChampId("avip");
    private static final ChampId NOTE = new ChampId("note");
    private static final ChampId SCAN = new ChampId("scan");
    private static final ChampId REGIME = new ChampId("nreg");

    @Autowired DossierStore dossiers;
    @Autowired Pieces pieces;

    @BeforeEach
    void annotated() {
        var regime =
                new Condition.Compare(
                        MadeUpForm.REGIME, Condition.Operator.EGAL, new Valeur.OuiNon(true));
        slug =
                published(
                        "Tarif annoté",
                        MadeUpForm.definition()
                                .withAnnotations(
                                        List.of(
                                                Champ.of(
                                                        AVIS,
                                                        "Avis du service",
                                                        false,
                                                        new ChampType.Texte(200, true)),
                                                Champ.of(
                                                        NOTE,
                                                        "Points",
                                                        false,
                                                        new ChampType.Nombre(
                                                                false, null, null, "")),
                                                Champ.of(
                                                                REGIME,
                                                                "Sur le régime",
                                                                false,
                                                                new ChampType.Texte(200, false))
                                                        .withCondition(regime),
                                                Champ.of(
                                                        SCAN,
                                                        "Contrôle",
                                                        false,
                                                        new ChampType.Pieces(
                                                                Set.of(Family.PDF), 2_000_000)))));
    }

    @Test
    void anAgentNotesAndTheUsagerNeverSeesIt() throws IOException {
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        var agent = agentBrowser(agent("Inès Essai", school));
        var before = entries("demarches.annotation");
        var form = noting(agent, id);
        assertThat(form.asXml()).doesNotContain("Sur le régime");
        write(form, "Dossier solide.", "12");
        var shown = press(form, "Enregistrer les annotations");
        assertThat(shown.asNormalizedText()).contains("Dossier solide.", "12", "Annotations");
        assertThat(entries("demarches.annotation")).isEqualTo(before + 1);
        for (var page : new String[] {"/mes-dossiers/" + id, "/demarches/" + slug + "/papier"}) {
            HtmlPage read = usager.getPage(address(page));
            assertThat(read.asNormalizedText())
                    .doesNotContain("Dossier solide.", "Avis du service");
        }
        // what did not change is not written again
        press(noting(agent, id), "Enregistrer les annotations");
        assertThat(entries("demarches.annotation")).isEqualTo(before + 1);
    }

    @Test
    void theSecondWriterIsToldAndKeepsWhatHeTyped() throws IOException {
        var id = idOf(deposited(usager(UUID.randomUUID())));
        var first = noting(agentBrowser(agent("Inès Essai", school)), id);
        var second = noting(agentBrowser(agent("Omar Essai", school)), id);
        write(first, "Premier avis.", "1");
        press(first, "Enregistrer les annotations");
        write(second, "Second avis.", "2");
        var told = press(second, "Enregistrer les annotations");
        assertThat(status(told)).isEqualTo(409);
        assertThat(told.asNormalizedText()).contains("Premier avis.", "Un collègue");
        var again = formTo(told, "/annotations");
        assertThat(again.getTextAreaByName("c." + AVIS).getText()).isEqualTo("Second avis.");
        assertThat(status(press(again, "Enregistrer les annotations"))).isEqualTo(200);
        assertThat(noting(agentBrowser(agent("Awa Essai", school)), id).asXml())
                .contains("Second avis.");
    }

    @Test
    void aDocumentBesideADossierIsForAgentsAlone() throws IOException {
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        var agent = agentBrowser(agent("Inès Essai", school));
        var form = noting(agent, id);
        HtmlFileInput file = form.getInputByName("f." + SCAN);
        file.setData("%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n".getBytes(StandardCharsets.UTF_8));
        file.setValue("controle.pdf");
        file.setContentType("application/pdf");
        press(form, "Enregistrer les annotations");
        var fiche = dossiers.find(DossierId.of(id).orElseThrow()).orElseThrow().dossier().fiche();
        var piece = pieces.of(Joined.ownerOfAnnotations(fiche)).getFirst();
        assertThat(status(agent, "/pieces/" + piece.id())).isEqualTo(200);
        assertThat(status(usager, "/pieces/" + piece.id())).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsToldAndAStrangerNotesNothing() throws IOException {
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        var path = "/agent/dossiers/" + id + "/annotations";
        var agent = agentBrowser(agent("Inès Essai", school));
        var form = noting(agent, id);
        write(form, "x".repeat(201), "douze");
        var refused = press(form, "Enregistrer les annotations");
        assertThat(status(refused)).isEqualTo(422);
        assertThat(refused.asXml()).contains("douze", "x".repeat(201));
        var unversioned = noting(agent, id);
        unversioned.getInputByName("_version").setValue("zz");
        assertThat(status(press(unversioned, "Enregistrer les annotations"))).isEqualTo(400);
        var other = agentBrowser(agent("Awa Essai", register));
        assertThat(status(other, path)).isEqualTo(403);
        assertThat(shut(usager, path)).isTrue();
        city();
        assertThat(status(agentBrowser(agent("Luc Essai", school)), path)).isEqualTo(404);
    }

    private HtmlForm noting(WebClient agent, String id) throws IOException {
        HtmlPage page = agent.getPage(address("/agent/dossiers/" + id + "/annotations"));
        return formTo(page, "/annotations");
    }

    private static void write(HtmlForm form, String avis, String note) {
        form.getTextAreaByName("c." + AVIS).setText(avis);
        form.getInputByName("c." + NOTE).setValue(note);
    }
}
