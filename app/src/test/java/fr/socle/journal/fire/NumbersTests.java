package fr.socle.journal.fire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.TestFolders;
import fr.socle.journal.chain.MapMaker;
import fr.socle.journal.format.StatementVerdict;
import fr.socle.journal.log.Integrator;
import fr.socle.kernel.PersonRef;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Each person's entries are counted once each, whoever counts and whatever stops him. */
@Tag("fire")
class NumbersTests {

    private static final String DATABASE = "numeros";
    private static final int CUTS = 25;

    private final List<PersonRef> persons =
            Stream.generate(() -> new PersonRef(UUID.randomUUID())).limit(5).toList();
    private final AtomicBoolean going = new AtomicBoolean(true);

    @Test
    void twoNodesCutInTheMiddleGiveNoNumberTwiceAndLeaveNoneOut() throws Exception {
        try (var cluster = Cluster.start()) {
            cluster.create(DATABASE);
            try (var one = node(cluster);
                    var two = node(cluster)) {
                atOnce(cluster, one, two);
                one.map();
                assertThat(
                                cluster.ask(
                                        DATABASE,
                                        """
                                        SELECT count(*) FROM (
                                            SELECT FROM journal.link GROUP BY log, key
                                            HAVING count(DISTINCT n) <> count(*) OR max(n) <> count(*) OR min(n) <> 1)
                                        """))
                        .isEqualTo("0");
                assertThat(one.check().faults()).isEmpty();
                var key = new Published(one.address(), 1).key();
                for (var person : persons) {
                    assertThat(Verified.check(one.statement(person), key))
                            .isInstanceOfSatisfying(
                                    StatementVerdict.Holds.class,
                                    it -> assertThat(it.last()).isGreaterThan(10));
                }
            }
        }
    }

    private void atOnce(Cluster cluster, Application one, Application two)
            throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var node : List.of(one, two)) {
                threads.execute(() -> repeat(() -> write(node)));
                threads.execute(() -> repeat(() -> node.bean(Integrator.class).integrate()));
                threads.execute(() -> repeat(() -> node.bean(MapMaker.class).make()));
            }
            for (int cut = 0; cut < CUTS; cut++) {
                Thread.sleep(200);
                cluster.execute(
                        "postgres",
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                                + DATABASE
                                + "' AND state <> 'idle'");
            }
            going.set(false);
        }
    }

    private void write(Application node) {
        for (int i = 0; i < 20; i++) {
            var first = persons.get(i % persons.size());
            var second = persons.get((i * 3 + 1) % persons.size());
            node.journal().appendAlone(Several.about("ensemble " + i, first, second));
        }
    }

    private void repeat(Runnable work) {
        while (going.get()) {
            try {
                work.run();
            } catch (DataAccessException | TransactionException _) {
                // as a node that lost its database: it tries again
            }
        }
    }

    private static Application node(Cluster cluster) {
        return Application.quiet(cluster.url(DATABASE), TestFolders.fresh("socle-numeros"));
    }
}
