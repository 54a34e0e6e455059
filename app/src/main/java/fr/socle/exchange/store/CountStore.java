package fr.socle.exchange.store;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How many exchanges came out how, by day of Paris: figures without persons. They are added up here
 * and written every second, because a durable write for each would cost as much as an entry; a node
 * that is killed loses those of its last second.
 */
@Component
public class CountStore {

    private static final Logger LOG = LoggerFactory.getLogger(CountStore.class);
    private static final int SLOTS = 16;

    private final JdbcClient db;
    private final ConcurrentHashMap<Key, Long> waiting = new ConcurrentHashMap<>();

    private record Key(LocalDate day, String dataSet, String outcome) {}

    CountStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param outcome the word of an outcome
     */
    public record Line(LocalDate day, String dataSet, String outcome, long number) {}

    /** One more. */
    public void count(LocalDate day, String dataSet, String outcome) {
        waiting.merge(new Key(day, dataSet, outcome), 1L, Long::sum);
    }

    /** What cannot be written waits for the next time. */
    @PreDestroy
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
    void write() {
        for (var key : waiting.keySet()) {
            var number = waiting.remove(key);
            if (number != null) {
                write(key, number);
            }
        }
    }

    private void write(Key key, long number) {
        try {
            add(key, number);
        } catch (DataAccessException | TransactionException down) {
            waiting.merge(key, number, Long::sum);
            LOG.warn("exchanges were not counted yet", down);
        }
    }

    /** Nodes that write one line take different rows, so that they seldom wait. */
    private void add(Key key, long number) {
        db.sql(
                        """
                        INSERT INTO exchange.count AS present (day, data_set, outcome, slot, number)
                        VALUES (:day, :set, :outcome, :slot, :number)
                        ON CONFLICT (day, data_set, outcome, slot)
                        DO UPDATE SET number = present.number + excluded.number
                        """)
                .param("day", key.day())
                .param("set", key.dataSet())
                .param("outcome", key.outcome())
                .param("number", number)
                .param("slot", ThreadLocalRandom.current().nextInt(SLOTS))
                .update();
    }

    /** From this day on, the newest first; of other nodes, as it was at most a second ago. */
    public List<Line> since(LocalDate day) {
        write();
        return db.sql(
                        """
                        SELECT day, data_set, outcome, sum(number)::bigint AS number
                          FROM exchange.count WHERE day >= :day
                         GROUP BY day, data_set, outcome
                         ORDER BY day DESC, data_set, outcome
                        """)
                .param("day", day)
                .query(
                        (row, _) ->
                                new Line(
                                        row.getObject("day", LocalDate.class),
                                        row.getString("data_set"),
                                        row.getString("outcome"),
                                        row.getLong("number")))
                .list();
    }
}
