package fr.socle.journal.store;

import fr.socle.journal.Hash;
import fr.socle.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes rows out of {@code pending} and puts them into the log.
 *
 * <p>Rows deleted from {@code pending} stay in its index until no snapshot needs them; a forgotten
 * transaction or a backup keeps them there for hours. So an integration does not walk over them: it
 * asks only for rows of transactions that were not finished at the last emptying, which is exact
 * (see {@link Drained}) and waits for nobody.
 */
@Component
public class IntegrationStore {

    /**
     * A row that waits for its index, and the snapshot in which it was seen.
     *
     * @param persons whom it concerns; null: an older version wrote it, and its parts say it
     */
    public record Waiting(
            String tx,
            long seq,
            Hash commitment,
            LocalDate purgeMonth,
            @Nullable List<PersonRef> persons,
            String snapshot) {}

    /** A row that got its index. */
    public record Numbered(Waiting row, long index, byte[] logEntry) {}

    private final JdbcClient db;

    IntegrationStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Sets up the transaction. It plans by index whatever the statistics say: the table is nearly
     * empty and its heap may be huge. And it ends when its node says nothing for five seconds: a
     * node that was paused would keep the head's lock, and no other could integrate.
     */
    public void begin() {
        db.sql(
                        """
                        SELECT set_config(name, value, true)
                        FROM (VALUES ('enable_seqscan', 'off'), ('enable_bitmapscan', 'off'),
                                     ('enable_hashjoin', 'off'), ('enable_mergejoin', 'off'),
                                     ('idle_in_transaction_session_timeout', '5s')) AS setting (name, value)
                        """)
                .query(String.class)
                .list();
    }

    /** Whether any row is committed and not in the log. */
    public boolean anyWaits(Drained drained) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM journal.pending WHERE tx >= :next::text::xid8)
                            OR EXISTS (SELECT FROM journal.pending WHERE tx = ANY (:running::text[]::xid8[]))
                        """)
                .param("next", drained.next())
                .param("running", drained.running().toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** At most {@code limit} rows that are committed and not in the log, oldest first. */
    public List<Waiting> waiting(Drained drained, int limit) {
        return db.sql(
                        """
                SELECT tx::text, seq, commitment, purge_month, persons, pg_current_snapshot()::text AS snapshot
                FROM (SELECT tx, seq, commitment, purge_month, persons FROM journal.pending
                      WHERE tx >= :next::text::xid8
                      UNION ALL
                      SELECT tx, seq, commitment, purge_month, persons FROM journal.pending
                      WHERE tx = ANY (:running::text[]::xid8[]))
                ORDER BY seq LIMIT :limit
                """)
                .param("next", drained.next())
                .param("running", drained.running().toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> waiting(row))
                .list();
    }

    /**
     * Whose keys seal the parts of these rows, which an older version wrote. Asked apart, because
     * parts are wide and the rows are sorted.
     */
    public List<Long> sealedBy(Waiting row) {
        var parts =
                db.sql(
                                "SELECT parts FROM journal.pending WHERE tx = :tx::text::xid8 AND seq = :seq")
                        .param("tx", row.tx())
                        .param("seq", row.seq())
                        .query(byte[].class)
                        .single();
        return StoredPart.decode(parts).stream()
                .map(StoredPart::key)
                .filter(key -> key != 0)
                .toList();
    }

    /** When the oldest row was written that is committed and not in the log. */
    public Optional<Instant> oldest(Drained drained) {
        return db.sql(
                        """
                SELECT min(written_at) AS oldest
                FROM (SELECT written_at FROM journal.pending WHERE tx >= :next::text::xid8
                      UNION ALL
                      SELECT written_at FROM journal.pending WHERE tx = ANY (:running::text[]::xid8[]))
                """)
                .param("next", drained.next())
                .param("running", drained.running().toArray(String[]::new))
                .query((row, _) -> Optional.ofNullable(row.getTimestamp("oldest")))
                .single()
                .map(Timestamp::toInstant);
    }

    /** What this transaction wrote, the last row first. */
    public List<Waiting> writtenHere() {
        return db.sql(
                        """
                SELECT tx::text, seq, commitment, purge_month, persons, pg_current_snapshot()::text AS snapshot
                FROM journal.pending WHERE tx = pg_current_xact_id() ORDER BY seq DESC
                """)
                .query((row, _) -> waiting(row))
                .list();
    }

    public String snapshot() {
        return db.sql("SELECT pg_current_snapshot()::text").query(String.class).single();
    }

    /**
     * Moves the rows, with their indexes, from {@code pending} into the log; gives how many were
     * there to move. Each is looked up by itself: a join is planned by what {@code pending} is
     * believed to hold, which is nothing, while a held snapshot keeps all that it ever held.
     */
    public long move(int log, List<Numbered> rows) {
        return db.sql(
                        """
                WITH numbered AS (
                    SELECT tx::xid8 AS tx, seq, index, log_entry
                    FROM unnest(:txs, :seqs, :indexes, :entries) AS given (tx, seq, index, log_entry)
                ), found AS MATERIALIZED (
                    SELECT n.index, n.log_entry, p.*
                    FROM numbered n CROSS JOIN LATERAL (
                        SELECT ctid AS place, purge_month, id, kind, written_at, parts FROM journal.pending
                        WHERE tx = n.tx AND seq = n.seq LIMIT 1) AS p
                ), leaves AS (
                    INSERT INTO journal.leaf (log, index, log_entry, purge_month)
                    SELECT :log, index, log_entry, purge_month FROM found
                ), contents AS (
                    INSERT INTO journal.content (purge_month, log, index, id, kind, written_at, parts)
                    SELECT purge_month, :log, index, id, kind, written_at, parts FROM found
                ), taken AS (
                    DELETE FROM journal.pending WHERE ctid = ANY (ARRAY(SELECT place FROM found)) RETURNING 1
                )
                SELECT count(*) FROM taken
                """)
                .param("log", log)
                .param("txs", rows.stream().map(it -> it.row().tx()).toArray(String[]::new))
                .param("seqs", rows.stream().map(it -> it.row().seq()).toArray(Long[]::new))
                .param("indexes", rows.stream().map(Numbered::index).toArray(Long[]::new))
                .param("entries", rows.stream().map(Numbered::logEntry).toArray(byte[][]::new))
                .query(Long.class)
                .single();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        var persons = row.getBytes("persons");
        return new Waiting(
                row.getString("tx"),
                row.getLong("seq"),
                Hash.of(row.getBytes("commitment")),
                row.getObject("purge_month", LocalDate.class),
                persons == null ? null : PersonBytes.read(persons),
                row.getString("snapshot"));
    }
}
