package fr.socle.journal.store;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.SignedNote;
import fr.socle.journal.format.VerifierKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The heads of the logs. The last one is open, the others are closed for ever. */
@Component
public class LogStore {

    private static final String HEAD =
            """
            SELECT l.log, origin, verifier_key, sealed_key, size, root, minimum, remembered, linked_from, map_key,
                   CASE WHEN drained_in = (SELECT system_identifier FROM pg_control_system()) THEN drained ELSE '' END
                       AS drained
            FROM journal.log l
            CROSS JOIN LATERAL (SELECT size, root, drained, drained_in FROM journal.head h
                                WHERE h.log = l.log ORDER BY size DESC LIMIT 1) AS head
            """;

    private final JdbcClient db;

    LogStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<LogHead> current() {
        return db.sql(HEAD + "ORDER BY l.log DESC LIMIT 1").query((row, _) -> head(row)).optional();
    }

    public Optional<LogHead> find(int log) {
        return db.sql(HEAD + "WHERE l.log = :log")
                .param("log", log)
                .query((row, _) -> head(row))
                .optional();
    }

    public List<LogHead> all() {
        return db.sql(HEAD + "ORDER BY l.log").query((row, _) -> head(row)).list();
    }

    /**
     * The open log's head, locked until the transaction ends; nothing while somebody else holds it.
     */
    public Optional<LogHead> tryLock() {
        return locked("FOR UPDATE SKIP LOCKED");
    }

    /** The open log's head, locked; waits for whoever holds it. */
    public Optional<LogHead> lock() {
        return locked("FOR UPDATE");
    }

    /**
     * The head is asked under the lock, because it may have moved while this waited; and another
     * log may have been opened, by whoever held the lock until then.
     */
    private Optional<LogHead> locked(String how) {
        return db.sql(
                        "SELECT log FROM journal.log WHERE log = (SELECT max(log) FROM journal.log) "
                                + how)
                .query(Integer.class)
                .optional()
                .flatMap(log -> current().filter(it -> it.log() == log));
    }

    /** Opens a log; false when another node did at the same time. */
    public boolean open(int log, String origin, VerifierKey verifier, byte[] sealedKey) {
        return db.sql(
                                """
                        WITH opened AS (
                            INSERT INTO journal.log (log, origin, verifier_key, sealed_key)
                            VALUES (:log, :origin, :verifier, :sealedKey)
                            ON CONFLICT DO NOTHING RETURNING log
                        )
                        INSERT INTO journal.head (log, size, root) SELECT log, 0, :root FROM opened
                        """)
                        .param("log", log)
                        .param("origin", origin)
                        .param("verifier", verifier.text())
                        .param("sealedKey", sealedKey)
                        .param("root", Merkle.EMPTY.bytes())
                        .update()
                == 1;
    }

    /**
     * Moves the head on, in the transaction that holds its lock.
     *
     * @throws IllegalStateException if it is not where the caller saw it
     */
    public void move(LogHead from, long size, Hash root, String drained) {
        var moved =
                db.sql(
                                """
                        WITH next AS (
                            INSERT INTO journal.head (log, size, root, drained, drained_in)
                            SELECT :log, :size, :root, :drained, system_identifier FROM pg_control_system()
                        )
                        DELETE FROM journal.head WHERE log = :log AND size = :from
                        """)
                        .param("log", from.log())
                        .param("from", from.size())
                        .param("size", size)
                        .param("root", root.bytes())
                        .param("drained", drained)
                        .update();
        if (moved != 1) {
            throw new IllegalStateException("the head moved under its lock");
        }
    }

    /** Begins to link at the present size, in the transaction that holds the head's lock. */
    public void beginLinks(int log, byte[] sealedKey) {
        db.sql(
                        """
                WITH begun AS (
                    UPDATE journal.log
                    SET linked_from = (SELECT max(size) FROM journal.head WHERE log = :log), map_key = :key
                    WHERE log = :log RETURNING log
                )
                INSERT INTO journal.map (log) SELECT log FROM begun
                """)
                .param("log", log)
                .param("key", sealedKey)
                .update();
    }

    /** Tells every node what one remembers and this database does not continue. */
    public void remember(int log, SignedNote published) {
        db.sql("UPDATE journal.log SET remembered = :note WHERE log = :log")
                .param("note", published.write())
                .param("log", log)
                .update();
    }

    public void raiseMinimum(int log, long minimum) {
        db.sql("UPDATE journal.log SET minimum = :minimum WHERE log = :log AND minimum < :minimum")
                .param("log", log)
                .param("minimum", minimum)
                .update();
    }

    private static LogHead head(ResultSet row) throws SQLException {
        var verifier = VerifierKey.parse(row.getString("verifier_key"));
        var from = row.getLong("linked_from");
        return new LogHead(
                row.getInt("log"),
                row.getString("origin"),
                verifier,
                row.getBytes("sealed_key"),
                row.getLong("size"),
                Hash.of(row.getBytes("root")),
                row.getLong("minimum"),
                row.getString("drained"),
                Optional.ofNullable(row.getString("remembered"))
                        .map(SignedNote::parse)
                        .filter(note -> note.signedBy(verifier)),
                Optional.ofNullable(row.getBytes("map_key"))
                        .map(key -> new LogHead.Links(from, key)));
    }
}
