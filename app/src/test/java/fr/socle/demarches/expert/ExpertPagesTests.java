package fr.socle.demarches.expert;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Joined;
import fr.socle.demarches.dossier.DossierHouse;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.dossier.Fiche;
import fr.socle.pieces.Accepted;
import fr.socle.pieces.Family;
import fr.socle.pieces.Pieces;
import fr.socle.pieces.Reception;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agent asks experts, who need no account; through pages and without scripts. */
@NullMarked
class ExpertPagesTests extends DossierHouse {

    private static final Pattern LINK = Pattern.compile("/avis-expert\\?code=([A-Za-z0-9_-]{43})");
    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    @Autowired Experts experts;
    @Autowired DossierStore dossiers;
    @Autowired Pieces pieces;

    private final String expert = "expert-" + UUID.randomUUID() + "@essai.example";
    private final WebClient usager = usager(UUID.randomUUID());
    private WebClient agent = browser();
    private String dossier = "";

    @BeforeEach
    void aDepositedDossier() throws IOException {
        dossier = idOf(deposited(usager));
        agent = agentBrowser(agent("Nora Essai", school()));
    }

    @Test
    void anExpertReadsTheDossierAnswersOnceAndReadsItNoMore() throws IOException {
        var before = acts();
        ask(false, true);
        var browser = browser();
        HtmlPage door = browser.getPage(address(link()));
        // what only follows links of letters sees nothing of a person
        assertThat(door.asNormalizedText())
                .contains("Votre avis est demandé")
                .doesNotContain("Léa");
        assertThat(acts()).isEqualTo(before + 1);
        HtmlPage read = press(formTo(door, "/avis-expert/dossier"), "Lire le dossier");
        assertThat(read.asNormalizedText()).contains("Léa", "872,50", "Que pensez-vous ?");
        assertThat(acts()).isEqualTo(before + 2);
        var form = answer(read, "Rien ne s’y oppose.");
        attach(form, "analyse.pdf");
        var thanks = press(form, "Rendre cet avis");
        assertThat(thanks.asNormalizedText())
                .contains("Votre avis est rendu")
                .doesNotContain("Léa");
        assertThat(acts()).isEqualTo(before + 3);
        // replayed, the form changes nothing, and the dossier stays closed
        assertThat(press(form, "Rendre cet avis").asNormalizedText()).doesNotContain("Léa");
        HtmlPage again = browser.getPage(address(link().replace("?", "/dossier?")));
        assertThat(again.asNormalizedText()).doesNotContain("Léa");
        HtmlPage shown = agent.getPage(address("/agent/dossiers/" + dossier + "/avis"));
        assertThat(shown.asNormalizedText()).contains(expert, "Rien ne s’y oppose.", "Rendu");
        HtmlPage theirs = usager.getPage(address("/mes-dossiers/" + dossier));
        assertThat(theirs.asNormalizedText())
                .contains("Rien ne s’y oppose.")
                .doesNotContain(expert);
        assertThat(status(usager, file())).isEqualTo(200);
        assertThat(status(browser, file())).isEqualTo(404);
    }

    @Test
    void anOpinionForTheServiceAloneIsNotTheUsagers() throws IOException {
        ask(false, false);
        var form = answer(opened(), "Avis réservé.");
        attach(form, "analyse.pdf");
        press(form, "Rendre cet avis");
        HtmlPage theirs = usager.getPage(address("/mes-dossiers/" + dossier));
        assertThat(theirs.asNormalizedText()).doesNotContain("Avis réservé.");
        assertThat(status(usager, file())).isEqualTo(404);
        assertThat(status(agent, file())).isEqualTo(200);
    }

    @Test
    void othersOpinionsAreReadOnlyByWhoMayAndNotBeforeTheyAreGiven() throws IOException {
        ask(false, false);
        press(answer(opened(), "Premier avis."), "Rendre cet avis");
        ask(false, false);
        assertThat(opened().asNormalizedText()).doesNotContain("Premier avis.");
        withdraw();
        ask(true, false);
        assertThat(opened().asNormalizedText()).contains("Premier avis.").doesNotContain(expert);
    }

    @Test
    void whoIsAskedTwiceIsAskedOnceAndAWithdrawnExpertReadsNothing() throws IOException {
        ask(false, false);
        ask(false, false);
        assertThat(letters()).hasSize(1);
        var link = link();
        var document = joined();
        var piece = link.replace("?", "/pieces/" + document + "?");
        assertThat(status(browser(), piece)).isEqualTo(200);
        assertThat(status(browser(), piece.replace(document, UUID.randomUUID().toString())))
                .isEqualTo(404);
        var late = answer(opened(), "Trop tard.");
        withdraw();
        assertThat(status(browser(), link)).isEqualTo(410);
        assertThat(status(browser(), link.replace("?", "/dossier?"))).isEqualTo(410);
        assertThat(status(browser(), piece)).isEqualTo(404);
        assertThat(press(late, "Rendre cet avis").getWebResponse().getStatusCode()).isEqualTo(410);
        for (var wrong :
                new String[] {"", "?code=", "?code=" + "x".repeat(43), "/dossier?code=é"}) {
            assertThat(status(browser(), "/avis-expert" + wrong)).as(wrong).isEqualTo(404);
        }
    }

    @Test
    void aReminderLeavesOnceADayAndItsLinkIsGoodToo() throws IOException {
        ask(false, false);
        HtmlPage page = agent.getPage(address("/agent/dossiers/" + dossier + "/avis"));
        var remind = formTo(page, "/relance");
        assertThat(press(remind, "Relancer").asNormalizedText()).contains("Pas de relance");
        aged("asked_at", "2 days");
        assertThat(press(remind, "Relancer").asNormalizedText()).contains("La relance est partie");
        assertThat(press(remind, "Relancer").asNormalizedText()).contains("Pas de relance");
        assertThat(letters()).hasSize(2);
        for (var letter : letters()) {
            assertThat(status(browser(), letter)).isEqualTo(200);
        }
        // by itself, once, shortly before the day
        aged("reminded_at", "2 days");
        db().sql(
                        "UPDATE demarches.avis_expert SET deadline = current_date + 2 WHERE email = :email")
                .param("email", expert)
                .update();
        experts.everyHour();
        experts.everyHour();
        assertThat(letters()).hasSize(3);
        db().sql("UPDATE demarches.avis_expert SET closes_at = now() WHERE email = :email")
                .param("email", expert)
                .update();
        assertThat(status(browser(), link())).isEqualTo(410);
    }

    @Test
    void whatIsWrongIsToldToTheAgent() throws IOException {
        var path = "/agent/dossiers/" + dossier + "/avis";
        var form = asking();
        form.getTextAreaByName("experts").setText("pas une adresse");
        form.getTextAreaByName("question").setText("x".repeat(Question.LONGEST + 1));
        form.getInputByName("echeance.jour").setValue("1");
        form.getInputByName("echeance.mois").setValue("1");
        form.getInputByName("echeance.annee").setValue("2001");
        var refused = press(form, "Envoyer la demande");
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(refused.asNormalizedText())
                .contains("n’est pas une adresse", "entre aujourd’hui et dans un an");
        var many = asking();
        many.getTextAreaByName("experts").setText("a@b.example\n".repeat(11));
        many.getTextAreaByName("question").setText("?");
        assertThat(press(many, "Envoyer").getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(shut(usager, path)).isTrue();
        assertThat(status(agentBrowser(agent("Awa Essai", register())), path)).isEqualTo(403);
        var url = agent.<HtmlPage>getPage(address("/agent/dossiers/" + dossier));
        press(formTo(press(formTo(url, "/instruire"), "Passer"), "/decision"), "Accepter");
        assertThat(press(asked(many), "Envoyer").asNormalizedText()).contains("est décidé");
        city();
        assertThat(status(agentBrowser(agent("Luc Essai", school())), path)).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsToldToTheExpertWhoLosesNothing() throws IOException {
        ask(false, false);
        var empty = press(formTo(opened(), "/avis-expert/dossier"), "Rendre cet avis");
        assertThat(empty.getWebResponse().getStatusCode()).isEqualTo(422);
        var form = answer(empty, "x".repeat(Experts.LONGEST + 1));
        HtmlFileInput file = form.getInputByName("fichier");
        file.setData("MZ\u0090".getBytes(StandardCharsets.ISO_8859_1));
        file.setValue("virus.exe");
        var refused = press(form, "Rendre cet avis");
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(formTo(refused, "/avis-expert/dossier").getTextAreaByName("texte").getText())
                .hasSize(Experts.LONGEST + 1);
        var fiche = fiche();
        assertThat(pieces.of(Joined.ownerOfAvis(fiche, false))).isEmpty();
    }

    private HtmlForm asking() throws IOException {
        return formTo(
                agent.getPage(address("/agent/dossiers/" + dossier + "/avis")),
                "/agent/dossiers/" + dossier + "/avis");
    }

    private static HtmlForm asked(HtmlForm form) {
        form.getTextAreaByName("experts").setText("a@b.example");
        return form;
    }

    private void ask(boolean others, boolean shared) throws IOException {
        var form = asking();
        form.getTextAreaByName("experts").setText(expert);
        form.getTextAreaByName("question").setText("Que pensez-vous ?");
        form.getInputByName("autres").setChecked(others);
        form.getInputByName("usager").setChecked(shared);
        assertThat(press(form, "Envoyer la demande").asNormalizedText())
                .contains("La demande est partie");
    }

    private void withdraw() throws IOException {
        HtmlPage page = agent.getPage(address("/agent/dossiers/" + dossier + "/avis"));
        press(formTo(page, "/retrait"), "Retirer");
    }

    private HtmlPage opened() throws IOException {
        return browser().getPage(address(link().replace("?", "/dossier?")));
    }

    private static HtmlForm answer(HtmlPage page, String text) {
        var form = formTo(page, "/avis-expert/dossier");
        form.getTextAreaByName("texte").setText(text);
        return form;
    }

    private static void attach(HtmlForm form, String name) {
        HtmlFileInput file = form.getInputByName("fichier");
        file.setData(PDF);
        file.setValue(name);
        file.setContentType("application/pdf");
    }

    /** Of the newest letter. */
    private String link() {
        return letters().getLast();
    }

    private List<String> letters() {
        return db()
                .sql(
                        "SELECT plain FROM notifications.outbox WHERE address = :address ORDER BY written_at")
                .param("address", expert)
                .query(String.class)
                .list()
                .stream()
                .map(
                        it -> {
                            var found = LINK.matcher(it);
                            assertThat(found.find()).isTrue();
                            return found.group();
                        })
                .toList();
    }

    private String file() {
        var piece =
                db().sql(
                                "SELECT piece FROM demarches.avis_expert WHERE email = :email AND piece IS NOT NULL")
                        .param("email", expert)
                        .query(UUID.class)
                        .single();
        return "/pieces/" + piece;
    }

    private String joined() {
        var taken =
                pieces.receive(
                        new ByteArrayInputStream(PDF),
                        Accepted.of(1_000_000, Family.PDF),
                        Joined.owner(fiche()),
                        "livret.pdf",
                        "application/pdf");
        return ((Reception.Received) taken).piece().id().toString();
    }

    private Fiche fiche() {
        return dossiers.find(DossierId.of(dossier).orElseThrow()).orElseThrow().dossier().fiche();
    }

    private void aged(String column, String by) {
        db().sql(
                        "UPDATE demarches.avis_expert SET "
                                + column
                                + " = "
                                + column
                                + " - CAST(:by AS interval) WHERE email = :email")
                .param("by", by)
                .param("email", expert)
                .update();
    }

    private long acts() {
        return entries("demarches.expert-demande")
                + entries("demarches.expert-consultation")
                + entries("demarches.expert-avis");
    }
}
