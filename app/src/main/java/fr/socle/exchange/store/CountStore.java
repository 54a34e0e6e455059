package fr.socle.exchange.store;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many exchanges came out how, by day of Paris: figures without persons. */
@Component
public class CountStore {

    private static final int SLOTS = 16;

    private final JdbcClient db;

    CountStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param outcome the word of an outcome
     */
    public record Line(LocalDate day, String dataSet, String outcome, long number) {}

    /** One more. Writers of one line take different rows, so that they seldom wait. */
    public void count(LocalDate day, String dataSet, String outcome) {
        db.sql(
                        """
                        INSERT INTO exchange.count AS present (day, data_set, outcome, slot, number)
                        VALUES (:day, :set, :outcome, :slot, 1)
                        ON CONFLICT (day, data_set, outcome, slot) DO UPDATE SET number = present.number + 1
                        """)
                .param("day", day)
                .param("set", dataSet)
                .param("outcome", outcome)
                .param("slot", ThreadLocalRandom.current().nextInt(SLOTS))
                .update();
    }

    /** From this day on, the newest first. */
    public List<Line> since(LocalDate day) {
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
