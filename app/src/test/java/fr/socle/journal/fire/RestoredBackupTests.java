package fr.socle.journal.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.TestFolders;
import fr.socle.journal.Audience;
import fr.socle.journal.Reference;
import fr.socle.journal.log.LogOpening;
import fr.socle.journal.log.PublishedFile;
import fr.socle.journal.log.Regression.Standing;
import fr.socle.journal.store.CheckpointStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The database loses what was published; the nodes remember it in their data folders. */
@Tag("fire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoredBackupTests {

    private static final int BEFORE = 10;
    private static final int LOST = 5;

    private final Cluster cluster = Cluster.start();

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void anOlderBackupIsNotContinuedUntilANewLogQuotesWhatWasPublished() throws Exception {
        var memory = TestFolders.fresh("socle-memoire");
        var backup = loseEntries("vivant", memory);
        try (var node = Application.node(cluster.url(backup), memory)) {
            var waiting = node.journal().appendAlone(Trace.of("en attente"));
            assertRefuses(node, waiting);
            assertThat(node.check().faults())
                    .anyMatch(it -> it.contains("an older backup was restored"));
            assertToldToPeople(node);
            try (var forgetful =
                    Application.node(cluster.url(backup), TestFolders.fresh("socle-oubli"))) {
                assertRefuses(forgetful, waiting);
                assertThat(remembered(forgetful)).isEqualTo(BEFORE + LOST);
                var quoted = node.bean(PublishedFile.class).lastNote().orElseThrow().write();
                node.bean(LogOpening.class).openNext(node.journal(), "sauvegarde restaurée");
                assertNewLog(node, quoted, waiting);
                assertThat(forgetful.publisher().standing()).isInstanceOf(Standing.Sound.class);
            }
        }
    }

    @Test
    void aNodeWithoutMemoryThatWentOnIsStoppedByOneThatRemembers() throws Exception {
        var memory = TestFolders.fresh("socle-memoire");
        var backup = loseEntries("vivant2", memory);
        try (var forgetful =
                Application.node(cluster.url(backup), TestFolders.fresh("socle-oubli"))) {
            write(forgetful, LOST + 5);
            awaitPublished(forgetful, BEFORE + LOST + 5);
            try (var node = Application.node(cluster.url(backup), memory)) {
                await().atMost(Duration.ofSeconds(2))
                        .until(() -> node.publisher().standing() instanceof Standing.Forked);
                await().atMost(Duration.ofSeconds(2))
                        .until(() -> forgetful.publisher().standing() instanceof Standing.Forked);
                // because an integration that had been allowed just before may still be going on
                Thread.sleep(1000);
                var waiting = forgetful.journal().appendAlone(Trace.of("après la fourche"));
                assertStands(forgetful, waiting);
            }
        }
    }

    /** Publishes, makes a backup, publishes more; gives the backup. */
    private String loseEntries(String database, Path memory) {
        var backup = database + "_sauvegarde";
        cluster.create(database);
        try (var node = Application.node(cluster.url(database), memory)) {
            write(node, BEFORE);
            awaitPublished(node, BEFORE);
            cluster.copy(database, backup);
            await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> wrote(node));
            write(node, LOST - 1);
            awaitPublished(node, BEFORE + LOST);
        }
        return backup;
    }

    private static boolean wrote(Application node) {
        node.journal().appendAlone(Trace.of("perdue"));
        return true;
    }

    private static void write(Application node, int count) {
        for (int i = 0; i < count; i++) {
            node.journal().appendAlone(Trace.of("ligne " + i));
        }
    }

    private static void awaitPublished(Application node, long size) {
        await().atMost(Duration.ofSeconds(5)).until(() -> remembered(node), it -> it == size);
    }

    private static long remembered(Application node) {
        return node.bean(PublishedFile.class).last().map(it -> it.size()).orElse(0L);
    }

    private static void assertRefuses(Application node, Reference waiting) throws Exception {
        await().atMost(Duration.ofSeconds(3))
                .until(() -> node.publisher().standing() instanceof Standing.Behind);
        assertThat(node.publisher().standing())
                .isInstanceOfSatisfying(
                        Standing.Behind.class,
                        it -> {
                            assertThat(it.published().size()).isEqualTo(BEFORE + LOST);
                            assertThat(it.found().size()).isEqualTo(BEFORE);
                        });
        assertStands(node, waiting);
    }

    /** For a second nothing gets an index and nothing is signed. */
    private static void assertStands(Application node, Reference waiting) throws Exception {
        var signed = signedSize(node);
        Thread.sleep(1200);
        assertThat(node.journal().find(waiting.id())).isEmpty();
        assertThat(signedSize(node)).isEqualTo(signed);
        assertNoOlderStateIsServed(node);
    }

    private static Optional<Long> signedSize(Application node) {
        return node.bean(CheckpointStore.class).last(1).map(CheckpointStore.Published::size);
    }

    /** Who saw the larger tree is not fed a smaller one: the reason stands in its place. */
    private static void assertNoOlderStateIsServed(Application node) throws Exception {
        var answer = get(node, "/journal/1/checkpoint");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).containsPattern("^(behind|forked): published size [0-9]+");
    }

    private static void assertToldToPeople(Application node) throws Exception {
        var page = get(node, "/journal");
        assertThat(page.body())
                .contains("Le journal ne signe plus rien")
                .contains("Il avait publié 15 lignes");
        var health = get(node, "/exploitation/health/signature");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body())
                .contains("\"reason\":\"behind\"")
                .contains("\"publishedSize\":15")
                .containsPattern("\"oldestPendingSeconds\":[1-9]");
        assertThat(get(node, "/exploitation/health/readiness").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> get(Application node, String path)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(node.address() + path))
                        .header("Accept", path.equals("/journal") ? "text/html" : "*/*")
                        .header("Accept-Language", "fr")
                        .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void assertNewLog(Application node, String quoted, Reference waiting) {
        await().atMost(Duration.ofSeconds(3))
                .until(() -> node.journal().find(waiting.id()).isPresent());
        var first = node.journal().at(0).orElseThrow().content().orElseThrow();
        assertThat(first.kind()).isEqualTo("journal.nouveau-journal");
        assertThat(first.readBy(Audience.AUDITEUR)).containsEntry("dernier_point", quoted);
        var published = new Published(node.address(), 2);
        await().atMost(Duration.ofSeconds(3))
                .until(
                        () -> published.checkpoint(published.key()).map(it -> it.size()),
                        it -> it.filter(size -> size == 2).isPresent());
        var report = node.check();
        assertThat(report.faults()).isEmpty();
        assertThat(report.logs()).isEqualTo(2);
        assertThat(report.entries()).isEqualTo(BEFORE + 2);
    }
}
