package fr.socle.journal.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.TestFolders;
import fr.socle.journal.log.Integrator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A node that stops in the middle of an integration, as a frozen virtual machine does, and goes on
 * later without knowing it.
 */
@Tag("fire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PausedNodeTests {

    private static final String DATABASE = "pause";

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final Cluster cluster = Cluster.start();
    private Node node;
    private Application other;

    @BeforeAll
    void start() {
        cluster.create(DATABASE);
        other = Application.still(cluster.url(DATABASE), TestFolders.fresh("socle-autre-noeud"));
        node =
                Node.start(
                        cluster.url(DATABASE), TestFolders.fresh("socle-noeud-pause"), heard::add);
        node.address();
    }

    @AfterAll
    void stop() {
        node.close();
        other.close();
        cluster.close();
    }

    @Test
    void oneThatWakesSoonCommitsWhatItHeld() throws Exception {
        pauseInTheMiddle();
        assertThat(other.bean(Integrator.class).integrate()).as("the head is locked").isZero();
        node.resume();
        assertWhole();
    }

    @Test
    void oneThatSleepsHoldsUpTheOthersForSecondsOnlyAndWritesNothingTwice() throws Exception {
        pauseInTheMiddle();
        await().atMost(Duration.ofSeconds(8))
                .until(() -> other.bean(Integrator.class).integrate() > 0);
        node.resume();
        assertWhole();
    }

    @Test
    void oneWhoseSessionWasEndedWritesNothingTwice() throws Exception {
        var session = pauseInTheMiddle();
        cluster.execute(DATABASE, "SELECT pg_terminate_backend(" + session + ")");
        await().atMost(Duration.ofSeconds(2))
                .until(() -> other.bean(Integrator.class).integrate() > 0);
        node.resume();
        assertWhole();
    }

    /** Holds its integration up by a lock, stops it there, lets go; gives its session. */
    private String pauseInTheMiddle() throws SQLException {
        try (var obstacle = cluster.connect(DATABASE)) {
            obstacle.setAutoCommit(false);
            lock(obstacle);
            var session = await().until(this::waiting, it -> !it.isEmpty());
            node.pause();
            obstacle.rollback();
            return session;
        }
    }

    private static void lock(Connection obstacle) throws SQLException {
        try (var statement = obstacle.createStatement()) {
            statement.execute("LOCK TABLE journal.leaf IN SHARE MODE");
        }
    }

    private String waiting() {
        return cluster.ask(
                DATABASE,
                "SELECT pid FROM pg_locks WHERE relation = 'journal.leaf'::regclass AND NOT granted");
    }

    /** Everything heard up to now is in the log once, and the log holds. */
    private void assertWhole() {
        var acknowledged = List.copyOf(heard);
        var since = size();
        await().atMost(Duration.ofSeconds(20)).until(() -> size() > since);
        await().atMost(Duration.ofSeconds(20)).until(() -> present(acknowledged));
        assertThat(
                        cluster.ask(
                                DATABASE,
                                "SELECT count(*) FROM (SELECT FROM journal.content GROUP BY id HAVING count(*) > 1)"))
                .isEqualTo("0");
        assertThat(other.check().faults()).isEmpty();
    }

    private boolean present(List<String> acknowledged) {
        var ids =
                acknowledged.stream()
                        .filter(it -> it.startsWith("A "))
                        .map(it -> it.substring(2))
                        .toList();
        assertThat(ids).isNotEmpty();
        var missing =
                cluster.ask(
                        DATABASE,
                        "SELECT count(*) FROM unnest('{%s}'::uuid[]) AS id LEFT JOIN journal.content c USING (id) WHERE c.id IS NULL"
                                .formatted(String.join(",", ids)));
        return missing.equals("0");
    }

    private long size() {
        return Long.parseLong(cluster.ask(DATABASE, "SELECT max(size) FROM journal.head"));
    }
}
