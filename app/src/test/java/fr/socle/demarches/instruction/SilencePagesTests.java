package fr.socle.demarches.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.delai.Automatisme;
import fr.socle.demarches.delai.Automatisme.Acte;
import fr.socle.demarches.delai.AutomatismeStore;
import fr.socle.demarches.dossier.DossierHouse;
import fr.socle.demarches.dossier.DossierId;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to dossiers by itself, through pages and at its date. */
@NullMarked
class SilencePagesTests extends DossierHouse {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired Automate automate;
    @Autowired AutomatismeStore automatismes;

    @Test
    void silenceAcceptsAtItsDateOnceEvenOnTwoNodes() throws Exception {
        regime("silence-accord");
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        automate.everyTenSeconds();
        assertThat(state(id)).isEqualTo("en-instruction");
        var day = LocalDate.now(PARIS).plusDays(1).plusMonths(2);
        assertThat(due(id)).isEqualTo(day.atStartOfDay(PARIS).toInstant());
        assertThat(text(usager, id)).contains("Sans réponse, la demande sera acceptée le");
        automate.everyTenSeconds();
        assertThat(state(id)).isEqualTo("en-instruction");
        var due = arrived(id, Acte.ACCORD);
        Callable<Boolean> node = () -> automate.act(due);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            nodes.invokeAll(Stream.generate(() -> node).limit(4).toList());
        }
        assertThat(state(id)).isEqualTo("accepte");
        assertThat(automate.act(due)).isFalse();
        assertThat(times(id, "accepte-automatiquement")).isEqualTo(1);
        assertThat(status(usager, "/mes-dossiers/" + id + "/attestation")).isEqualTo(200);
        assertThat(text(usager, id))
                .contains("son silence vaut décision d’acceptation")
                .doesNotContain("sera acceptée le");
        assertThat(journalled("demarches.acte-automatique")).isPositive();
    }

    @Test
    void silenceRefusesWhereThatIsWhatItMeans() throws IOException {
        regime("silence-rejet");
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        automate.everyTenSeconds();
        arrived(id, Acte.REJET);
        automate.everyTenSeconds();
        assertThat(state(id)).isEqualTo("refuse");
        assertThat(times(id, "refuse-automatiquement")).isEqualTo(1);
        assertThat(text(usager, id)).contains("son silence vaut décision de rejet");
    }

    @Test
    void aCorrectionStopsTheTimeUntilItIsDeposited() throws IOException {
        regime("silence-accord");
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        automate.everyTenSeconds();
        var agent = agentBrowser(agent("Inès Essai", school()));
        HtmlPage opened = agent.getPage(address("/agent/dossiers/" + id));
        assertThat(opened.asNormalizedText()).contains("Décidez avant cette date");
        var early = new Automatisme(new DossierId(UUID.fromString(id)), Acte.ACCORD, Instant.now());
        // the node that read it as due meets a dossier that an agent gave back
        var form = formTo(opened, "/correction");
        form.getTextAreaByName("message").setText("Quelle école ?");
        var asked = press(form, "Envoyer");
        assertThat(asked.asNormalizedText()).contains("Le délai est suspendu");
        assertThat(text(usager, id)).contains("Le délai est suspendu");
        assertThat(automate.act(early)).isFalse();
        automate.everyTenSeconds();
        assertThat(state(id)).isEqualTo("en-construction");
        HtmlPage fill = usager.getPage(address("/mes-dossiers/" + id + "/remplir"));
        var review = press(formTo(fill, "/remplir"), "Continuer");
        press(formTo(review, "/deposer"), "Déposer ma correction");
        automate.everyTenSeconds();
        assertThat(state(id)).isEqualTo("en-instruction");
        var day = LocalDate.now(PARIS).plusDays(1).plusMonths(2);
        assertThat(due(id)).isEqualTo(day.atStartOfDay(PARIS).toInstant());
        // what was due before is not what is due now
        assertThat(automate.act(early)).isFalse();
        assertThat(state(id)).isEqualTo("en-instruction");
    }

    @Test
    void aDecisionThatIsTakenBackIsNotLeftToSilenceAgain() throws IOException {
        regime("silence-accord");
        var usager = usager(UUID.randomUUID());
        var id = idOf(deposited(usager));
        automate.everyTenSeconds();
        arrived(id, Acte.ACCORD);
        automate.everyTenSeconds();
        var agent = agentBrowser(agent("Inès Essai", school()));
        HtmlPage accepted = agent.getPage(address("/agent/dossiers/" + id));
        var form = formTo(accepted, "/reinstruction");
        form.getTextAreaByName("message").setText("Une pièce était fausse.");
        press(form, "Retirer");
        automate.everyTenSeconds();
        assertThat(state(id)).isEqualTo("en-instruction");
        assertThat(text(usager, id)).doesNotContain("Sans réponse, la demande sera acceptée");
    }

    @Test
    void anExaminationIsNotGivenUpWhileSilenceIsGoingToDecide() throws IOException {
        regime("silence-rejet");
        var id = idOf(deposited(usager(UUID.randomUUID())));
        automate.everyTenSeconds();
        var agent = agentBrowser(agent("Inès Essai", school()));
        HtmlPage opened = agent.getPage(address("/agent/dossiers/" + id));
        assertThat(opened.getForms())
                .noneMatch(it -> it.getActionAttribute().endsWith("/construction"));
        var forged = formTo(opened, "/decision");
        forged.setActionAttribute("/agent/dossiers/" + id + "/construction");
        var refused = press(forged, "Accepter");
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(state(id)).isEqualTo("en-instruction");
    }

    @Test
    void aDeclaredDossierPassesAtOnce() throws IOException {
        regime("declaratif-instruction");
        var examined = idOf(deposited(usager(UUID.randomUUID())));
        automate.everyTenSeconds();
        assertThat(state(examined)).isEqualTo("en-instruction");
        db().sql(
                        """
                        DELETE FROM demarches.regime
                         WHERE demarche = (SELECT id FROM demarches.demarche WHERE slug = :slug)
                        """)
                .param("slug", slug())
                .update();
        regime("declaratif-acceptation");
        var usager = usager(UUID.randomUUID());
        var accepted = idOf(deposited(usager));
        automate.everyTenSeconds();
        assertThat(state(accepted)).isEqualTo("accepte");
        assertThat(status(usager, "/mes-dossiers/" + accepted + "/attestation")).isEqualTo(200);
        assertThat(times(accepted, "accepte-automatiquement")).isEqualTo(1);
        assertThat(state(examined)).isEqualTo("en-instruction");
    }

    /** As it stands once its day has come. */
    private Automatisme arrived(String id, Acte acte) {
        db().sql(
                        """
                        UPDATE demarches.automatisme SET due_at = now() - interval '1 minute' WHERE dossier = :id
                        """)
                .param("id", UUID.fromString(id))
                .update();
        return new Automatisme(new DossierId(UUID.fromString(id)), acte, due(id));
    }

    private void regime(String kind) {
        var silence = kind.startsWith("silence");
        db().sql(
                        """
                        INSERT INTO demarches.regime (demarche, kind, period, unit, restarts)
                        SELECT id, :kind, CASE WHEN :silence THEN 2 END, CASE WHEN :silence THEN 'mois' END,
                               CASE WHEN :silence THEN false END
                          FROM demarches.demarche WHERE slug = :slug
                        """)
                .param("kind", kind)
                .param("silence", silence)
                .param("slug", slug())
                .update();
    }

    private Instant due(String id) {
        return db().sql("SELECT due_at FROM demarches.automatisme WHERE dossier = :id")
                .param("id", UUID.fromString(id))
                .query((row, _) -> row.getTimestamp("due_at").toInstant())
                .single();
    }

    private String state(String id) {
        return db().sql("SELECT state FROM demarches.dossier WHERE id = :id")
                .param("id", UUID.fromString(id))
                .query(String.class)
                .single();
    }

    private long times(String id, String event) {
        return db().sql(
                        "SELECT count(*) FROM demarches.etape WHERE dossier = :id AND event = :event")
                .param("id", UUID.fromString(id))
                .param("event", event)
                .query(Long.class)
                .single();
    }

    private long journalled(String kind) {
        return db().sql(
                        """
                        SELECT (SELECT count(*) FROM journal.pending WHERE kind = :kind)
                             + (SELECT count(*) FROM journal.content WHERE kind = :kind)
                        """)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    private String text(WebClient usager, String id) throws IOException {
        HtmlPage page = usager.getPage(address("/mes-dossiers/" + id));
        return page.asNormalizedText();
    }
}
