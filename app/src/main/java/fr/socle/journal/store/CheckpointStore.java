package fr.socle.journal.store;

import fr.socle.journal.format.SignedNote;
import fr.socle.journal.format.VerifierKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was signed, by the log and by its witnesses. */
@Component
public class CheckpointStore {

    public record Published(long size, SignedNote note, Instant signedAt) {}

    public record Cosigned(VerifierKey witness, SignedNote.Line line) {}

    /** A checkpoint with the cosignatures of its witnesses, in the order of their keys. */
    public record Endorsed(Published checkpoint, List<Cosigned> witnesses) {

        /** The checkpoint with all its signatures. */
        public SignedNote note() {
            var note = checkpoint.note();
            for (var it : witnesses) {
                note = note.with(it.line());
            }
            return note;
        }
    }

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

    /** Those over more entries than this, the smallest first, with all their witnesses. */
    public List<Endorsed> after(int log, long size, int limit) {
        return db.sql(
                        """
                SELECT c.size, c.note, c.signed_at, s.witnesses, s.lines
                FROM (SELECT * FROM journal.checkpoint
                      WHERE log = :log AND size > :size ORDER BY size LIMIT :limit) AS c
                CROSS JOIN LATERAL (
                    SELECT array_agg(witness ORDER BY witness) AS witnesses, array_agg(line ORDER BY witness) AS lines
                    FROM journal.cosignature WHERE log = :log AND size = c.size) AS s
                ORDER BY c.size
                """)
                .param("log", log)
                .param("size", size)
                .param("limit", limit)
                .query((row, _) -> new Endorsed(published(row), cosignatures(row)))
                .list();
    }

    /** The checkpoint over this index with the most witnesses; the newest of those. */
    public Optional<Endorsed> best(int log, long index) {
        return db.sql(
                        """
                SELECT c.size, c.note, c.signed_at, s.witnesses, s.lines
                FROM generate_series((SELECT max(witnesses) FROM journal.checkpoint WHERE log = :log), 0, -1) AS number
                CROSS JOIN LATERAL (
                    SELECT size, note, signed_at FROM journal.checkpoint
                    WHERE log = :log AND witnesses = number AND size > :index
                    ORDER BY size DESC LIMIT 1) AS c
                CROSS JOIN LATERAL (
                    SELECT array_agg(witness ORDER BY witness) AS witnesses, array_agg(line ORDER BY witness) AS lines
                    FROM journal.cosignature WHERE log = :log AND size = c.size) AS s
                ORDER BY number DESC LIMIT 1
                """)
                .param("log", log)
                .param("index", index)
                .query((row, _) -> new Endorsed(published(row), cosignatures(row)))
                .optional();
    }

    public void cosign(int log, long size, VerifierKey witness, SignedNote.Line line) {
        db.sql(
                        """
                WITH cosigned AS (
                    INSERT INTO journal.cosignature (log, size, witness, line) VALUES (:log, :size, :witness, :line)
                    ON CONFLICT DO NOTHING
                    RETURNING log, size
                )
                UPDATE journal.checkpoint c SET witnesses = witnesses + 1
                FROM cosigned s WHERE (c.log, c.size) = (s.log, s.size)
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
                DELETE FROM journal.checkpoint
                WHERE log = :log AND size < :last AND witnesses = 0 AND signed_at < now() - interval '1 minute'
                """)
                .param("log", log)
                .param("last", last)
                .update();
    }

    private static List<Cosigned> cosignatures(ResultSet row) throws SQLException {
        var witnesses = texts(row, "witnesses");
        var lines = texts(row, "lines");
        return IntStream.range(0, witnesses.length)
                .mapToObj(
                        it ->
                                new Cosigned(
                                        VerifierKey.parse(witnesses[it]),
                                        SignedNote.Line.parse(lines[it])))
                .toList();
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? new String[0] : (String[]) array.getArray();
    }

    private static Published published(ResultSet row) throws SQLException {
        return new Published(
                row.getLong("size"),
                SignedNote.parse(row.getString("note")),
                row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }
}
