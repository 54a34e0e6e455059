package fr.socle.exchange.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sealed answers that may be given again for a while. */
@Component
public class KeptAnswerStore {

    private final JdbcClient db;

    KeptAnswerStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param sourceAt when the provider gave it
     */
    public record Row(byte[] sealed, Instant sourceAt, Instant until) {}

    public Optional<Row> find(byte[] key, Instant now) {
        return db.sql(
                        """
                        SELECT sealed, source_at, until FROM exchange.kept_answer
                         WHERE key = :key AND until > :now
                        """)
                .param("key", key)
                .param("now", Timestamp.from(now))
                .query(
                        (row, _) ->
                                new Row(
                                        row.getBytes("sealed"),
                                        row.getTimestamp("source_at").toInstant(),
                                        row.getTimestamp("until").toInstant()))
                .optional();
    }

    public void put(byte[] key, Row row) {
        db.sql(
                        """
                        INSERT INTO exchange.kept_answer (key, sealed, source_at, until)
                        VALUES (:key, :sealed, :source, :until)
                        ON CONFLICT (key) DO UPDATE
                           SET sealed = excluded.sealed, source_at = excluded.source_at, until = excluded.until
                        """)
                .param("key", key)
                .param("sealed", row.sealed())
                .param("source", Timestamp.from(row.sourceAt()))
                .param("until", Timestamp.from(row.until()))
                .update();
    }

    /** Forgets what is over. */
    public void purge(Instant now) {
        db.sql("DELETE FROM exchange.kept_answer WHERE until <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The sealed key; the one given, if there was none yet. */
    public byte[] key(byte[] fresh) {
        db.sql(
                        "INSERT INTO exchange.kept_answer_key (id, sealed) VALUES (1, :sealed) ON CONFLICT DO NOTHING")
                .param("sealed", fresh)
                .update();
        return db.sql("SELECT sealed FROM exchange.kept_answer_key").query(byte[].class).single();
    }
}
