package fr.socle.journal.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.TestFolders;
import fr.socle.journal.Reference;
import fr.socle.journal.format.StatementVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two nodes append at full speed and are killed again and again, while others hold transactions
 * open and copy the database. {@code -Dsocle.fire.seconds=600 -Dsocle.fire.kills=100} is the long
 * run.
 */
@Tag("fire")
class UnderFireTests {

    private static final int SECONDS = Integer.getInteger("socle.fire.seconds", 40);
    private static final int KILLS = Integer.getInteger("socle.fire.kills", 5);
    private static final String DATABASE = "feu";

    @Test
    void nothingAcknowledgedIsLostAndTheLogStaysOne() throws Exception {
        try (var cluster = Cluster.start()) {
            cluster.create(DATABASE);
            try (var oracle = new Oracle();
                    var fleet = new Fleet(cluster.url(DATABASE), oracle::hear);
                    var auditor =
                            Application.still(
                                    cluster.url(DATABASE), TestFolders.fresh("auditeur"))) {
                underFire(cluster, oracle, fleet, auditor);
            }
        }
    }

    private static void underFire(Cluster cluster, Oracle oracle, Fleet fleet, Application auditor)
            throws Exception {
        var latencies = new Latencies(cluster, DATABASE);
        var served = new Served(fleet);
        Duration lateness;
        try (var bystanders = new Bystanders(cluster, DATABASE)) {
            var held = new Held(auditor);
            var began = Instant.now();
            killAgainAndAgain(fleet);
            var length = Duration.between(began, Instant.now());
            lateness = held.commit();
            latencies.close();
            fleet.nodes().forEach(Node::stopAppending);
            settle(cluster);
            served.close();
            tell(length, oracle, fleet, latencies, served, bystanders, lateness);
            assertThat(fleet.kills()).isEqualTo(KILLS);
            assertThat(bystanders.copies()).isPositive();
        }
        assertKept(cluster, oracle);
        served.assertOneHistory(fleet.nodes().getFirst().address());
        var report = auditor.check();
        assertThat(report.faults()).isEmpty();
        assertThat(report.entries()).isGreaterThanOrEqualTo(latencies.seen());
        assertNumbered(cluster, auditor);
        // last: on a machine that others slow down, no figure may hide what was lost
        assertThat(lateness).isLessThan(Duration.ofSeconds(1));
        assertThat(latencies.p99(fleet::quiet)).isLessThan(1000);
    }

    private static void killAgainAndAgain(Fleet fleet) throws InterruptedException {
        var end = Instant.now().plusSeconds(SECONDS);
        var pause = SECONDS * 1000L / (KILLS + 1);
        // beyond the end if need be: on a busy machine a node may take half a minute to come back
        while (fleet.kills() < KILLS) {
            var next = Instant.now().plusMillis(ThreadLocalRandom.current().nextLong(pause));
            Thread.sleep(Duration.between(Instant.now(), next));
            fleet.kill();
        }
        while (Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        // because the last killed node has a share in the quiet time too
        Thread.sleep(3000);
    }

    private static void settle(Cluster cluster) {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> cluster.ask(DATABASE, "SELECT count(*) FROM journal.pending"),
                        "0"::equals);
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                cluster.ask(
                                        DATABASE,
                                        "SELECT max(c.size) = max(h.size) FROM journal.checkpoint c, journal.head h"),
                        "t"::equals);
    }

    private static void assertKept(Cluster cluster, Oracle oracle) throws Exception {
        try (var connection = cluster.connect(DATABASE)) {
            oracle.load(connection);
        }
        assertThat(
                        cluster.ask(
                                DATABASE,
                                """
                                SELECT count(*) FROM oracle o LEFT JOIN journal.content c USING (id)
                                WHERE said = 'A' AND c.id IS NULL
                                """))
                .as("acknowledged and lost")
                .isEqualTo("0");
        assertThat(
                        cluster.ask(
                                DATABASE,
                                "SELECT count(*) FROM oracle JOIN journal.content USING (id) WHERE said = 'R'"))
                .as("rolled back and present")
                .isEqualTo("0");
        assertThat(
                        cluster.ask(
                                DATABASE,
                                "SELECT count(*) FROM (SELECT FROM journal.content GROUP BY id HAVING count(*) > 1)"))
                .as("present twice")
                .isEqualTo("0");
        assertThat(cluster.ask(DATABASE, "SELECT max(index) + 1 - count(*) FROM journal.leaf"))
                .as("gaps")
                .isEqualTo("0");
    }

    /** The entries of each person are counted without a gap, and the last map says so. */
    private static void assertNumbered(Cluster cluster, Application auditor) {
        assertThat(
                        cluster.ask(
                                DATABASE,
                                """
                                SELECT count(*) FROM (
                                    SELECT FROM journal.link GROUP BY log, key
                                    HAVING count(DISTINCT n) <> count(*) OR max(n) <> count(*) OR min(n) <> 1)
                                """))
                .as("numbers given twice, or left out")
                .isEqualTo("0");
        assertThat(
                        cluster.ask(
                                DATABASE,
                                "SELECT count(*) > 1 FROM journal.content WHERE kind = 'journal.carte'"))
                .as("maps")
                .isEqualTo("t");
        auditor.map();
        var key = new Published(auditor.address(), 1).key();
        var person = Trace.of("1").person();
        assertThat(Verified.check(auditor.statement(person), key))
                .isInstanceOfSatisfying(
                        StatementVerdict.Holds.class, it -> assertThat(it.last()).isGreaterThan(1));
    }

    private static void tell(
            Duration length,
            Oracle oracle,
            Fleet fleet,
            Latencies latencies,
            Served served,
            Bystanders bystanders,
            Duration lateness) {
        System.out.printf(
                "under fire: %d s, %d kills, %d answers heard, %d entries seen, p99 %d ms (%d ms with the kills),"
                        + " %d checkpoints, %d copies, held transaction integrated %d ms after its commit%n",
                length.toSeconds(),
                fleet.kills(),
                oracle.count(),
                latencies.seen(),
                latencies.p99(fleet::quiet),
                latencies.p99(_ -> true),
                served.count(),
                bystanders.copies(),
                lateness.toMillis());
    }

    /** A transaction that took its row at the beginning and commits at the very end. */
    private static final class Held {

        private final Application application;
        private final CompletableFuture<Reference> written = new CompletableFuture<>();
        private final CountDownLatch release = new CountDownLatch(1);
        private final Thread thread;

        Held(Application application) {
            this.application = application;
            this.thread = Thread.ofPlatform().daemon().start(this::hold);
            written.orTimeout(10, TimeUnit.SECONDS).join();
        }

        /** Commits, and gives how long it took from there until the entry had its index. */
        Duration commit() throws InterruptedException {
            release.countDown();
            thread.join();
            var committed = Instant.now();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> application.journal().find(written.join().id()).isPresent());
            return Duration.between(committed, Instant.now());
        }

        private void hold() {
            new TransactionTemplate(application.bean(PlatformTransactionManager.class))
                    .executeWithoutResult(
                            _ -> {
                                written.complete(application.journal().append(Trace.of("tenue")));
                                awaitRelease();
                            });
        }

        private void awaitRelease() {
            try {
                release.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
