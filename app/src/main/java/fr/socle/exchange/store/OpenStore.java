package fr.socle.exchange.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Exchanges whose end nobody wrote yet. */
@Component
public class OpenStore {

    private final JdbcClient db;

    OpenStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param entry of the question, in the journal
     * @param granted whether the data was free to leave
     */
    public record Left(UUID echange, UUID entry, boolean granted) {}

    public void open(UUID echange, UUID entry, Instant now) {
        db.sql(
                        """
                        INSERT INTO exchange.open (echange, entry, seen_at)
                        VALUES (:echange, :entry, :now)
                        ON CONFLICT (echange) DO NOTHING
                        """)
                .param("echange", echange)
                .param("entry", entry)
                .param("now", Timestamp.from(now))
                .update();
    }

    public void granted(UUID echange) {
        db.sql("UPDATE exchange.open SET granted = true WHERE echange = :echange")
                .param("echange", echange)
                .update();
    }

    public void close(UUID echange) {
        db.sql("DELETE FROM exchange.open WHERE echange = :echange")
                .param("echange", echange)
                .update();
    }

    /** Takes some that were seen before this time. No two transactions take the same. */
    public List<Left> take(Instant before, int most) {
        return db.sql(
                        """
                        DELETE FROM exchange.open
                         WHERE echange IN (SELECT echange FROM exchange.open
                                            WHERE seen_at < :before
                                            ORDER BY seen_at
                                            LIMIT :most
                                              FOR UPDATE SKIP LOCKED)
                        RETURNING echange, entry, granted
                        """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query(
                        (row, _) ->
                                new Left(
                                        row.getObject("echange", UUID.class),
                                        row.getObject("entry", UUID.class),
                                        row.getBoolean("granted")))
                .list();
    }
}
