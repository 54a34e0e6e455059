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
            SELECT log, origin, verifier_key, sealed_key, size, root, minimum, remembered, linked_from, map_key,
                   CASE WHEN drained_in = (SELECT system_identifier FROM pg_control_system()) THEN drained ELSE '' END
                       AS drained
            FROM journal.log
            """;

    private final JdbcClient db;

    LogStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<LogHead> current() {
        return db.sql(HEAD + "ORDER BY log DESC LIMIT 1").query((row, _) -> head(row)).optional();
    }

    public Optional<LogHead> find(int log) {
        return db.sql(HEAD + "WHERE log = :log")
                .param("log", log)
                .query((row, _) -> head(row))
                .optional();
    }

    public List<LogHead> all() {
        return db.sql(HEAD + "ORDER BY log").query((row, _) -> head(row)).list();
    }

    /**
     * The open log's head, locked until the transaction ends; nothing while somebody else holds it.
     */
    public Optional<LogHead> tryLock() {
        return db.sql(
                        HEAD
                                + "WHERE log = (SELECT max(log) FROM journal.log) FOR UPDATE SKIP LOCKED")
                .query((row, _) -> head(row))
                .optional()
                .filter(this::isOpen);
    }

    /** The open log's head, locked; waits for whoever holds it. */
    public Optional<LogHead> lock() {
        return db.sql(HEAD + "WHERE log = (SELECT max(log) FROM journal.log) FOR UPDATE")
                .query((row, _) -> head(row))
                .optional()
                .filter(this::isOpen);
    }

    /**
     * Asked again under the lock: another log may have been opened between the snapshot that chose
     * this one and its lock, and whoever opens a log holds this lock until then.
     */
    private boolean isOpen(LogHead locked) {
        return current().map(LogHead::log).filter(it -> it == locked.log()).isPresent();
    }

    /** Opens a log; false when another node did at the same time. */
    public boolean open(int log, String origin, VerifierKey verifier, byte[] sealedKey) {
        return db.sql(
                                """
                        INSERT INTO journal.log (log, origin, verifier_key, sealed_key, root)
                        VALUES (:log, :origin, :verifier, :sealedKey, :root)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("log", log)
                        .param("origin", origin)
                        .param("verifier", verifier.text())
                        .param("sealedKey", sealedKey)
                        .param("root", Merkle.EMPTY.bytes())
                        .update()
                == 1;
    }

    /** Moves the head, in the transaction that holds its lock. */
    public void move(int log, long size, Hash root, String drained) {
        db.sql(
                        """
                UPDATE journal.log
                SET size = :size, linked = :size, root = :root, drained = :drained,
                    drained_in = (SELECT system_identifier FROM pg_control_system())
                WHERE log = :log
                """)
                .param("log", log)
                .param("size", size)
                .param("root", root.bytes())
                .param("drained", drained)
                .update();
    }

    /** Begins to link at the present size, in the transaction that holds the head's lock. */
    public void beginLinks(int log, byte[] sealedKey) {
        db.sql(
                        """
                WITH begun AS (
                    UPDATE journal.log SET linked_from = size, linked = size, map_key = :key
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
