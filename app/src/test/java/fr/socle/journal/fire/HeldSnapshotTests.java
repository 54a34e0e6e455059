package fr.socle.journal.fire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.TestFolders;
import fr.socle.journal.log.Integrator;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A backup or a forgotten transaction holds a snapshot: PostgreSQL then cleans nothing up. */
@Tag("fire")
class HeldSnapshotTests {

    private static final String DATABASE = "instantane";
    private static final int WARM = 100;
    private static final int ROUNDS = 500;
    private static final int LOOK = 50;

    @Test
    void theThousandthIntegrationCostsAsMuchAsTheFirst() throws Exception {
        try (var cluster = Cluster.start()) {
            cluster.create(DATABASE);
            var data = TestFolders.fresh("instantane");
            try (var node = Application.quiet(cluster.url(DATABASE), data);
                    var holder = cluster.connect(DATABASE)) {
                IntStream.range(0, WARM).forEach(_ -> round(node));
                hold(holder);
                var first = median(rounds(node).subList(0, LOOK));
                // because a planner that learns how little these hold now would read them whole
                cluster.execute(DATABASE, "ANALYZE journal.pending, journal.chain");
                var last = median(rounds(node).subList(ROUNDS - LOOK, ROUNDS));
                System.out.printf(
                        "held snapshot: an integration takes %d µs, %d µs after %,d more%n",
                        first.toNanos() / 1000, last.toNanos() / 1000, 2 * ROUNDS);
                assertThat(last).isLessThan(first.multipliedBy(4));
                assertThat(node.check().faults()).isEmpty();
            }
        }
    }

    private static void hold(Connection holder) throws Exception {
        holder.setAutoCommit(false);
        holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = holder.createStatement()) {
            statement.execute("SELECT count(*) FROM journal.chain");
        }
    }

    private static List<Duration> rounds(Application node) {
        return IntStream.range(0, ROUNDS).mapToObj(_ -> round(node)).toList();
    }

    /** Everybody gets an entry; gives how long it took to integrate them. */
    private static Duration round(Application node) {
        node.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        _ ->
                                IntStream.range(0, LOOK)
                                        .forEach(it -> node.journal().append(Trace.of("n" + it))));
        var began = System.nanoTime();
        assertThat(node.bean(Integrator.class).integrate()).isEqualTo(LOOK);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }
}
