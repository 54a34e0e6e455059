package fr.socle.journal.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.TestFolders;
import fr.socle.journal.log.LogOpening;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two nodes run one projection, which fails now and then. */
@Tag("fire")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectionTests {

    private static final String DATABASE = "projection";
    private static final int EACH = 1500;

    private final Cluster cluster = Cluster.start();
    private Application one;
    private Application two;

    @BeforeAll
    void start() {
        cluster.create(DATABASE);
        cluster.execute(DATABASE, Collecting.TABLE);
        one = node();
        two = node();
    }

    @AfterAll
    void stop() {
        one.close();
        two.close();
        cluster.close();
    }

    @Test
    void itSeesEveryEntryOnceInOrderAlsoWhenItFailsAndAcrossANewLog() {
        Collecting.TO_FAIL.set(6);
        fromBothNodes();
        awaitSeen(2 * EACH);
        assertThat(Collecting.FAILED.get()).isEqualTo(6);
        assertThat(firstOutOfOrder()).isEmpty();

        one.journal().erase(17, "demande de la personne");
        awaitSeen(2 * EACH + 1);
        assertThat(lastKind()).isEqualTo("journal.effacement");

        Collecting.TO_FAIL.set(2);
        one.bean(LogOpening.class).openNext(one.journal(), "essai");
        fromBothNodes();
        awaitSeen(4 * EACH + 2);
        assertThat(firstOutOfOrder()).as("only the new log begins again").isEqualTo("0");
        assertThat(duplicates()).isEqualTo("0");

        rebuild();
        awaitSeen(4 * EACH + 2);
        assertThat(cluster.ask(DATABASE, "SELECT index FROM vu WHERE id IS NULL")).isEqualTo("17");
        assertThat(one.check().faults()).isEmpty();
    }

    private void fromBothNodes() {
        Many.callers(
                2 * EACH, i -> (i % 2 == 0 ? one : two).journal().appendAlone(Trace.of("n " + i)));
    }

    private void awaitSeen(long count) {
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> cluster.ask(DATABASE, "SELECT count(*) FROM vu"),
                        Long.toString(count)::equals);
    }

    /** The entry that does not follow the one shown before it; empty text when all do. */
    private String firstOutOfOrder() {
        return cluster.ask(
                DATABASE,
                """
                SELECT string_agg(index::text, ',') FROM (
                    SELECT index, lag(index, 1, -1::bigint) OVER (ORDER BY n) AS before FROM vu) AS shown
                WHERE index <> before + 1 HAVING count(*) > 0
                """);
    }

    private String duplicates() {
        return cluster.ask(
                DATABASE, "SELECT count(*) FROM (SELECT FROM vu GROUP BY id HAVING count(*) > 1)");
    }

    private String lastKind() {
        return cluster.ask(DATABASE, "SELECT kind FROM vu ORDER BY n DESC LIMIT 1");
    }

    private void rebuild() {
        cluster.execute(
                DATABASE,
                """
                BEGIN; TRUNCATE vu; UPDATE journal.follower SET log = 1, next = 0 WHERE name = 'essai'; COMMIT
                """);
    }

    private Application node() {
        return Application.node(
                cluster.url(DATABASE), TestFolders.fresh("socle-projection"), Collecting.class);
    }
}
