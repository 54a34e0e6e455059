package fr.socle.journal.store;

import fr.socle.journal.format.SignedNote;
import fr.socle.journal.format.VerifierKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was signed, by the log and by its witnesses. */
@Component
public class CheckpointStore {

    public record Published(long size, SignedNote note, Instant signedAt) {}

    public record Cosigned(VerifierKey witness, SignedNote.Line line) {}

    private final JdbcClient db;

    CheckpointStore(JdbcClient db) {
        this.db = db;
    }

    public void add(int log, long size, SignedNote note) {
        db.sql(
                        "INSERT INTO journal.checkpoint (log, size, note) VALUES (:log, :size, :note) ON CONFLICT DO NOTHING")
                .param("log", log)
                .param("size", size)
                .param("note", note.write())
                .update();
    }

    public Optional<Published> last(int log) {
        return db.sql(
                        "SELECT size, note, signed_at FROM journal.checkpoint WHERE log = :log ORDER BY size DESC LIMIT 1")
                .param("log", log)
                .query((row, _) -> published(row))
                .optional();
    }

    /** The checkpoint over this index with the most witnesses; the newest of those. */
    public Optional<Published> best(int log, long index) {
        return db.sql(
                        """
                SELECT c.size, c.note, c.signed_at
                FROM journal.checkpoint c
                LEFT JOIN journal.cosignature s USING (log, size)
                WHERE c.log = :log AND c.size > :index
                GROUP BY c.log, c.size
                ORDER BY count(s.witness) DESC, c.size DESC
                LIMIT 1
                """)
                .param("log", log)
                .param("index", index)
                .query((row, _) -> published(row))
                .optional();
    }

    public List<Cosigned> cosignatures(int log, long size) {
        return db.sql(
                        "SELECT witness, line FROM journal.cosignature WHERE log = :log AND size = :size ORDER BY witness")
                .param("log", log)
                .param("size", size)
                .query(
                        (row, _) ->
                                new Cosigned(
                                        VerifierKey.parse(row.getString("witness")),
                                        SignedNote.Line.parse(row.getString("line"))))
                .list();
    }

    /**
     * How many witnesses cosigned the best recent checkpoint of this log: one signed within the
     * last hour.
     */
    public int witnesses(int log) {
        return db.sql(
                        """
                        SELECT coalesce(max(witnesses), 0) FROM (
                            SELECT count(*) AS witnesses FROM journal.cosignature s
                            JOIN journal.checkpoint c USING (log, size)
                            WHERE log = :log AND c.signed_at > now() - interval '1 hour'
                            GROUP BY size) AS recent
                        """)
                .param("log", log)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    public void cosign(int log, long size, VerifierKey witness, SignedNote.Line line) {
        db.sql(
                        """
                INSERT INTO journal.cosignature (log, size, witness, line) VALUES (:log, :size, :witness, :line)
                ON CONFLICT DO NOTHING
                """)
                .param("log", log)
                .param("size", size)
                .param("witness", witness.text())
                .param("line", line.text())
                .update();
    }

    /** The largest size that this witness cosigned; 0 when it never did. */
    public long cosignedBy(int log, VerifierKey witness) {
        return db.sql(
                        "SELECT coalesce(max(size), 0) FROM journal.cosignature WHERE log = :log AND witness = :witness")
                .param("log", log)
                .param("witness", witness.text())
                .query(Long.class)
                .single();
    }

    /**
     * Forgets checkpoints older than a minute that are not the last and that no witness cosigned.
     */
    public void tidy(int log, long last) {
        db.sql(
                        """
                DELETE FROM journal.checkpoint c
                WHERE log = :log AND size < :last AND signed_at < now() - interval '1 minute'
                  AND NOT EXISTS (SELECT FROM journal.cosignature s WHERE s.log = c.log AND s.size = c.size)
                """)
                .param("log", log)
                .param("last", last)
                .update();
    }

    private static Published published(ResultSet row) throws SQLException {
        return new Published(
                row.getLong("size"),
                SignedNote.parse(row.getString("note")),
                row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }
}
