package fr.socle.demarches.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Joined;
import fr.socle.demarches.dossier.DossierHouse;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.export.ExportStore.Taken;
import fr.socle.kernel.NumeroPublic;
import fr.socle.pieces.Accepted;
import fr.socle.pieces.Family;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.Pieces;
import fr.socle.pieces.Reception;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The dossiers of a list as a file, through pages and without scripts. */
@NullMarked
class ExportPagesTests extends DossierHouse {

    @Autowired Exports exports;
    @Autowired ExportStore store;
    @Autowired DossierStore dossiers;
    @Autowired Pieces pieces;
    @Autowired TransactionTemplate transaction;

    @Test
    void everyFormatHoldsTheListAndEachDossierIsInTheJournalOnce() throws IOException {
        var one = idOf(deposited(usager(UUID.randomUUID())));
        deposited(usager(UUID.randomUUID()));
        begun(usager(UUID.randomUUID()));
        var agent = agentBrowser(agent("Nora Essai", school()));
        var before = entries("demarches.export");
        var ready = ready(agent, ordered(agent, "", "toutes"));
        assertThat(ready.asNormalizedText()).contains("Dossiers dans le fichier : 2");
        assertThat(entries("demarches.export") - before).isEqualTo(2);
        var path = ready.getUrl().getPath();
        var csv = body(agent, path + "/csv");
        assertThat(csv).contains("Quotient familial", "872,5", number(one), "Prénom : Léa");
        assertThat(csv.lines()).hasSize(3);
        assertThat(body(agent, path + "/json")).contains("\"Quotient familial\":872.5");
        assertThat(unzipped(agent, path + "/xlsx")).containsKey("xl/worksheets/sheet1.xml");
        assertThat(unzipped(agent, path + "/ods")).containsKey("content.xml");
        for (var none : new String[] {"exe", "csv%2F..", "CSV"}) {
            assertThat(status(agent, path + "/" + none)).as(none).isIn(400, 404);
        }
        // asked for again at once: an access that is told already
        ready(agent, ordered(agent, "", "toutes"));
        assertThat(entries("demarches.export") - before).isEqualTo(2);
    }

    @Test
    void filtersWordsAndColumnsAreThoseOfTheList() throws IOException {
        deposited(usager(UUID.randomUUID()));
        var agent = agentBrowser(agent("Nora Essai", school()));
        var searches = entries("demarches.recherche");
        var few = path(ready(agent, ordered(agent, "?mots=lea&c=regi", "affichees")));
        assertThat(body(agent, few + "/csv").lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .endsWith(";Régime particulier")
                .doesNotContain("Quotient");
        assertThat(entries("demarches.recherche")).isGreaterThan(searches);
        var none = path(ready(agent, ordered(agent, "?f=quot:au-plus:800", "toutes")));
        assertThat(body(agent, none + "/csv").lines()).hasSize(1);
        var exports = page(agent, "/exports").getUrl().getPath();
        for (var wrong : new String[] {"?f=zz:egal:1", "?onglet=tous&onglet=tous&tri1=zz"}) {
            assertThat(status(agent, exports + wrong)).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void onlyWhoAskedDownloadsItAndAnOldOneIsGone() throws IOException {
        deposited(usager(UUID.randomUUID()));
        var agent = agentBrowser(agent("Nora Essai", school()));
        var path = path(ready(agent, ordered(agent, "", "toutes")));
        var colleague = agentBrowser(agent("Omar Essai", school()));
        var list = page(agent, "/dossiers").getUrl().getPath().replace("/dossiers", "/exports");
        for (var each : new String[] {path, path + "/csv", path + "/zip"}) {
            assertThat(status(colleague, each)).as(each).isEqualTo(404);
            assertThat(shut(usager(UUID.randomUUID()), each)).as(each).isTrue();
        }
        HtmlPage own = agent.getPage(address(path));
        db().sql(
                        "UPDATE demarches.export SET asked_at = asked_at - interval '33 hours' WHERE id = :id")
                .param("id", id(path))
                .update();
        assertThat(status(agent, path + "/csv")).isEqualTo(404);
        assertThat(press(formTo(own, "/retrait"), "Supprimer").getWebResponse().getStatusCode())
                .isEqualTo(404);
        exports.purge();
        assertThat(lines(path)).isZero();
        city();
        var elsewhere = agentBrowser(agent("Awa Essai", school()));
        assertThat(status(elsewhere, list)).isEqualTo(404);
    }

    @Test
    void aDossierThatIsPurgedMeanwhileIsInNoFileAndStopsNothing() throws IOException {
        var gone = idOf(deposited(usager(UUID.randomUUID())));
        var stays = idOf(deposited(usager(UUID.randomUUID())));
        var late = idOf(deposited(usager(UUID.randomUUID())));
        var agent = agentBrowser(agent("Nora Essai", school()));
        var path = path(ready(agent, ordered(agent, "", "toutes")));
        var found = exports.one(taken(path)).orElseThrow();
        // found, then purged before it is read
        purge(gone);
        for (var mine = Optional.of(found); mine.isPresent(); ) {
            mine = exports.one(mine.get());
        }
        var ready = ready(agent, agent.getPage(address(path)));
        assertThat(ready.asNormalizedText()).contains("Dossiers dans le fichier : 2");
        // and one that was read already
        purge(late);
        assertThat(body(agent, path + "/csv"))
                .contains(number(stays))
                .satisfies(it -> assertThat(it.lines()).hasSize(2));
        assertThat(agent.<HtmlPage>getPage(address(path)).asNormalizedText())
                .contains("Dossiers trouvés qui n’y sont pas : 2");
    }

    @Test
    void whatADeadNodeLeftIsFinishedAndAPausedOneWritesNothing() throws IOException {
        deposited(usager(UUID.randomUUID()));
        var agent = agentBrowser(agent("Nora Essai", school()));
        var path = path(ready(agent, ordered(agent, "", "toutes")));
        var paused = taken(path);
        lease(path, "2100-02-01");
        assertThat(exports.one(paused)).isEmpty();
        assertThat(lines(path)).isZero();
        lease(path, "2000-01-01");
        exports.everyFiveSeconds();
        var page = ready(agent, agent.getPage(address(path)));
        assertThat(page.asNormalizedText()).contains("Dossiers dans le fichier : 1");
    }

    @Test
    void theArchiveHoldsTheDocumentsAndEachIsInTheJournal() throws IOException {
        var id = idOf(deposited(usager(UUID.randomUUID())));
        var kept = joined(id, "../livret.pdf");
        var purged = joined(id, "avis.pdf");
        var agent = agentBrowser(agent("Nora Essai", school()));
        var path = path(ready(agent, ordered(agent, "", "toutes")));
        transaction.executeWithoutResult(_ -> pieces.purge(purged, "essai"));
        var before = entries("pieces.piece-consultee");
        var files = unzipped(agent, path + "/zip");
        assertThat(files).containsKey("dossiers.csv");
        assertThat(files.keySet()).noneMatch(it -> it.contains(".."));
        assertThat(files.entrySet())
                .anySatisfy(
                        it -> {
                            assertThat(it.getKey()).startsWith(number(id)).endsWith("livret.pdf");
                            assertThat(it.getValue()).isEqualTo(PDF);
                        });
        assertThat(entries("pieces.piece-consultee") - before).isEqualTo(1);
        assertThat(pieces.find(kept)).isPresent();
    }

    @Test
    void whoLeavesTheServiceMeanwhileGetsNothing() throws IOException {
        deposited(usager(UUID.randomUUID()));
        var nora = agent("Nora Essai", school());
        var agent = agentBrowser(nora);
        var path = path(ready(agent, ordered(agent, "", "toutes")));
        again(path);
        db().sql("DELETE FROM directory.membership_service WHERE agent = :agent")
                .param("agent", nora.id().value())
                .update();
        exports.everyFiveSeconds();
        await().atMost(Duration.ofSeconds(60)).until(() -> finished(path));
        assertThat(lines(path)).isZero();
        assertThat(status(agent, path)).isEqualTo(404);
    }

    private static final String PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

    private HtmlPage page(WebClient agent, String end) throws IOException {
        var demarche =
                db().sql("SELECT id FROM demarches.demarche WHERE slug = :slug")
                        .param("slug", slug())
                        .query(UUID.class)
                        .single();
        return agent.getPage(address("/agent/demarches/" + demarche + end));
    }

    private HtmlPage ordered(WebClient agent, String query, String answers) throws IOException {
        var form = formTo(page(agent, "/exports" + query), "/exports");
        form.getInputsByValue(answers).getFirst().setChecked(true);
        return press(form, "Préparer");
    }

    private HtmlPage ready(WebClient agent, HtmlPage order) {
        var path = order.getUrl().getPath();
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> (HtmlPage) agent.getPage(address(path)),
                        it -> it.asNormalizedText().contains("L’export est prêt"));
    }

    /** As it stood when it was asked for. */
    private void again(String path) {
        db().sql("DELETE FROM demarches.export_ligne WHERE export = :id")
                .param("id", id(path))
                .update();
        db().sql(
                        """
                        UPDATE demarches.export SET finished_at = NULL, all_found_at = NULL, taken_until = NULL, found = 0,
                               read = 0, place = '' WHERE id = :id
                        """)
                .param("id", id(path))
                .update();
    }

    /** Taken by this test alone. */
    private Taken taken(String path) {
        again(path);
        lease(path, "2100-01-01");
        var now = Instant.parse("2100-01-02T00:00:00Z");
        var taken = store.take(now, now.plusSeconds(60)).orElseThrow();
        assertThat(taken.id()).isEqualTo(id(path));
        return taken;
    }

    private void lease(String path, String until) {
        db().sql(
                        "UPDATE demarches.export SET taken_until = CAST(:until AS timestamptz) WHERE id = :id")
                .param("until", until)
                .param("id", id(path))
                .update();
    }

    private boolean finished(String path) {
        return db().sql("SELECT finished_at IS NOT NULL FROM demarches.export WHERE id = :id")
                .param("id", id(path))
                .query(Boolean.class)
                .single();
    }

    private void purge(String id) {
        var stored = dossiers.find(DossierId.of(id).orElseThrow()).orElseThrow();
        transaction.executeWithoutResult(
                _ -> dossiers.delete(stored.dossier().id(), stored.version()));
    }

    private PieceId joined(String id, String name) {
        var fiche = dossiers.find(DossierId.of(id).orElseThrow()).orElseThrow().dossier().fiche();
        var content = new ByteArrayInputStream(PDF.getBytes(StandardCharsets.UTF_8));
        var accepted = Accepted.of(1_000_000, Family.PDF);
        var taken = pieces.receive(content, accepted, Joined.owner(fiche), name, "application/pdf");
        if (taken instanceof Reception.Received(var piece)) {
            return piece.id();
        }
        throw new AssertionError("refused: " + taken);
    }

    private String body(WebClient agent, String path) throws IOException {
        return agent.getPage(address(path)).getWebResponse().getContentAsString();
    }

    private Map<String, String> unzipped(WebClient agent, String path) throws IOException {
        var parts = new TreeMap<String, String>();
        var stream = agent.getPage(address(path)).getWebResponse().getContentAsStream();
        try (var zip = new ZipInputStream(stream)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static String path(HtmlPage page) {
        return page.getUrl().getPath();
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private long lines(String path) {
        return db().sql("SELECT count(*) FROM demarches.export_ligne WHERE export = :id")
                .param("id", id(path))
                .query(Long.class)
                .single();
    }

    private String number(String id) {
        return db().sql("SELECT number FROM demarches.dossier WHERE id = :id")
                .param("id", UUID.fromString(id))
                .query((row, _) -> new NumeroPublic(row.getString(1)).formatted())
                .single();
    }
}
