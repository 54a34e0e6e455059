package fr.socle.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.journal.Journal;
import fr.socle.pieces.scan.FakeClamd;
import fr.socle.pieces.trace.PieceInfectee;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@PostgresTest
@Import({House.class, ScanTests.Ears.class})
class ScanTests {

    private static final FakeClamd CLAMD = start();
    private static final Accepted ACCEPTED = Accepted.of(1_000_000, Family.PDF);
    private static final Owner OWNER = Owner.of("essai", "analyse");

    @LocalServerPort int port;
    @Autowired Pieces pieces;
    @Autowired Journal journal;
    @Autowired JdbcClient db;
    @Autowired Heard heard;

    @DynamicPropertySource
    static void clamd(DynamicPropertyRegistry settings) {
        settings.add("socle.pieces.clamd", () -> "localhost:" + CLAMD.port());
        settings.add("socle.pieces.clamd-timeout", () -> "2s");
    }

    @AfterAll
    static void stop() throws IOException {
        CLAMD.close();
    }

    record Heard(List<PieceAnalysee> events) {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Ears {

        private final Heard heard = new Heard(new CopyOnWriteArrayList<>());

        @Bean
        Heard heard() {
            return heard;
        }

        @EventListener
        void on(PieceAnalysee event) {
            heard.events().add(event);
        }
    }

    @Test
    void aPieceIsHeldUntilItIsClean() throws Exception {
        CLAMD.mood(FakeClamd.Mood.CUTS_AFTER_CONTENT);
        var id = receive(Samples.pdf(100_000));
        var held = browser().get("/pieces/" + id, "X-Essai-Agent", me());
        assertThat(held.statusCode()).isEqualTo(409);
        assertThat(held.headers().firstValue("Retry-After")).isPresent();
        await(() -> problem(id) != null);
        CLAMD.mood(FakeClamd.Mood.GOOD);
        hurry(id);
        assertThat(settled(id)).isInstanceOf(PieceState.Saine.class);
        assertThat(browser().get("/pieces/" + id, "X-Essai-Agent", me()).statusCode())
                .isEqualTo(200);
        assertThat(heard.events()).anyMatch(it -> it.piece().equals(id));
    }

    @Test
    void anInfectedPieceIsServedToNobody() throws Exception {
        CLAMD.mood(FakeClamd.Mood.GOOD);
        var id = receive(Samples.join(Samples.pdf(70_000), Samples.text("EICAR-ESSAI")));
        assertThat(settled(id))
                .isInstanceOfSatisfying(
                        PieceState.Infectee.class,
                        it -> assertThat(it.signature()).isEqualTo("Essai-Signature"));
        var answer = browser().get("/pieces/" + id, "X-Essai-Agent", me());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("virus")
                .doesNotContain("%PDF");
        assertThat(((House.WatchedJournal) journal).entries)
                .anyMatch(it -> it instanceof PieceInfectee found && found.piece().equals(id));
        assertThat(pieces.find(id).orElseThrow().keptUntil()).isNotNull();
    }

    @Test
    void whatTheScannerCannotTakeStaysHeldAndIsTriedAgainLater() throws Exception {
        CLAMD.mood(FakeClamd.Mood.GOOD);
        var id = receive(Samples.pdf(600_000));
        await(() -> problem(id) != null);
        assertThat(problem(id)).contains("size limit");
        assertThat(pieces.find(id).orElseThrow().state()).isEqualTo(new PieceState.EnAttente(1));
    }

    private PieceId receive(byte[] bytes) {
        var outcome = pieces.receive(new ByteArrayInputStream(bytes), ACCEPTED, OWNER, "a.pdf", "");
        var piece = ((Reception.Received) outcome).piece();
        assertThat(piece.state()).isInstanceOf(PieceState.EnAttente.class);
        return piece.id();
    }

    /** As if the back-off were over. */
    private void hurry(PieceId id) {
        db.sql("UPDATE pieces.piece SET next_scan_at = now() WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    private @org.jspecify.annotations.Nullable String problem(PieceId id) {
        return db.sql("SELECT coalesce(scan_problem, '') FROM pieces.piece WHERE id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .filter(it -> !it.isEmpty())
                .orElse(null);
    }

    private PieceState settled(PieceId id) throws InterruptedException {
        await(() -> !(pieces.find(id).orElseThrow().state() instanceof PieceState.EnAttente));
        return pieces.find(id).orElseThrow().state();
    }

    private static void await(java.util.function.BooleanSupplier condition)
            throws InterruptedException {
        var end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited too long").isBefore(end);
            Thread.sleep(50);
        }
    }

    private Browser browser() {
        return new Browser(port);
    }

    private static String me() {
        return House.OWNER_AGENT.toString();
    }

    private static FakeClamd start() {
        try {
            return new FakeClamd(500_000);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
