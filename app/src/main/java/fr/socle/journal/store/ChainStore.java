package fr.socle.journal.store;

import fr.socle.journal.Hash;
import fr.socle.journal.format.LogEntry;
import fr.socle.journal.format.MapLeaf;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has how many entries, and what opens the links between them. */
@Component
public class ChainStore {

    /**
     * How far a person came.
     *
     * @param kept the latest month to which a link of theirs is kept
     */
    public record Standing(MapLeaf last, LocalDate kept) {}

    /**
     * How far a batch brings a person.
     *
     * @param before their last number until now; 0: none
     */
    public record Move(long before, Standing to) {}

    /**
     * What opens one person's link of one entry.
     *
     * @param others the links of the other persons whom the entry concerns, 32 bytes each
     */
    public record Opening(
            LocalDate purgeMonth, long index, Hash key, long n, byte[] salt, byte[] others) {}

    private final JdbcClient db;

    ChainStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * How far these came; nothing of whom no entry concerns yet. Each is the last of their index:
     * who waits for a snapshot that somebody holds does not walk through every number they had.
     */
    public Map<Hash, Standing> standing(int log, Collection<Hash> keys) {
        var standing = new HashMap<Hash, Standing>();
        db.sql(
                        """
                SELECT c.key, n, log_entry, kept
                FROM unnest(:keys) AS asked (key)
                CROSS JOIN LATERAL (
                    SELECT key, n, log_entry, kept FROM journal.chain
                    WHERE log = :log AND key = asked.key ORDER BY n DESC LIMIT 1) AS c
                """)
                .param("log", log)
                .param("keys", bytes(keys))
                .query(
                        row -> {
                            var leaf = leaf(row);
                            var kept = row.getObject("kept", LocalDate.class);
                            standing.put(leaf.key(), new Standing(leaf, kept));
                        });
        return standing;
    }

    /**
     * Writes how far these came, in the transaction that holds the head's lock: a row more for each
     * and the previous one less. The rows are named one by one, because a planner that believes the
     * table small would read it whole for each of them.
     *
     * @throws IllegalStateException if somebody is not where the caller saw them
     */
    public void write(int log, Collection<Move> moves) {
        var written =
                db.sql(
                                """
                        WITH given AS (
                            SELECT * FROM unnest(:keys, :befores, :ns, :entries, :kept)
                                AS given (key, before, n, log_entry, kept)
                        ), gone AS (
                            DELETE FROM journal.chain WHERE ctid = ANY (ARRAY(
                                SELECT last.place FROM given CROSS JOIN LATERAL (
                                    SELECT ctid AS place FROM journal.chain
                                    WHERE log = :log AND key = given.key AND n = given.before LIMIT 1) AS last))
                            RETURNING key
                        ), come AS (
                            INSERT INTO journal.chain (log, key, n, log_entry, kept)
                            SELECT :log, key, n, log_entry, kept FROM given
                        )
                        INSERT INTO journal.touched (log, key)
                        SELECT :log, key FROM gone UNION ALL SELECT :log, key FROM given WHERE before = 0
                        """)
                        .param("log", log)
                        .param(
                                "keys",
                                bytes(moves.stream().map(it -> it.to().last().key()).toList()))
                        .param("befores", moves.stream().map(Move::before).toArray(Long[]::new))
                        .param(
                                "ns",
                                moves.stream().map(it -> it.to().last().n()).toArray(Long[]::new))
                        .param(
                                "entries",
                                moves.stream()
                                        .map(it -> it.to().last().entry().bytes())
                                        .toArray(byte[][]::new))
                        .param(
                                "kept",
                                moves.stream()
                                        .map(it -> Date.valueOf(it.to().kept()))
                                        .toArray(Date[]::new))
                        .update();
        if (written != moves.size()) {
            throw new IllegalStateException("somebody's number changed under the head's lock");
        }
    }

    public void add(int log, List<Opening> openings) {
        db.sql(
                        """
                INSERT INTO journal.link (purge_month, log, index, key, n, salt, others)
                SELECT month, :log, index, key, n, salt, others
                FROM unnest(:months, :indexes, :keys, :ns, :salts, :others)
                     AS given (month, index, key, n, salt, others)
                """)
                .param("log", log)
                .param(
                        "months",
                        openings.stream()
                                .map(it -> Date.valueOf(it.purgeMonth()))
                                .toArray(Date[]::new))
                .param("indexes", openings.stream().map(Opening::index).toArray(Long[]::new))
                .param("keys", bytes(openings.stream().map(Opening::key).toList()))
                .param("ns", openings.stream().map(Opening::n).toArray(Long[]::new))
                .param("salts", openings.stream().map(Opening::salt).toArray(byte[][]::new))
                .param("others", openings.stream().map(Opening::others).toArray(byte[][]::new))
                .update();
    }

    /** At most {@code limit} openings of this person from this number on, in order. */
    public List<Opening> from(int log, Hash key, long n, int limit) {
        return db.sql(
                        """
                SELECT purge_month, index, key, n, salt, others FROM journal.link
                WHERE log = :log AND key = :key AND n >= :n ORDER BY n LIMIT :limit
                """)
                .param("log", log)
                .param("key", key.bytes())
                .param("n", n)
                .param("limit", limit)
                .query((row, _) -> opening(row))
                .list();
    }

    /** The first of this person's numbers that can still be opened. */
    public Optional<Long> first(int log, Hash key) {
        return db.sql("SELECT min(n) FROM journal.link WHERE log = :log AND key = :key")
                .param("log", log)
                .param("key", key.bytes())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    /** Forgets what opens this person's links. Their number stays, so that none is given twice. */
    public void forget(int log, Hash key) {
        db.sql("DELETE FROM journal.link WHERE log = :log AND key = :key")
                .param("log", log)
                .param("key", key.bytes())
                .update();
    }

    static MapLeaf leaf(ResultSet row) throws SQLException {
        return new MapLeaf(
                Hash.of(row.getBytes("key")),
                row.getLong("n"),
                LogEntry.parse(row.getBytes("log_entry")));
    }

    static byte[][] bytes(Collection<Hash> keys) {
        return keys.stream().map(Hash::bytes).toArray(byte[][]::new);
    }

    private static Opening opening(ResultSet row) throws SQLException {
        return new Opening(
                row.getObject("purge_month", LocalDate.class),
                row.getLong("index"),
                Hash.of(row.getBytes("key")),
                row.getLong("n"),
                row.getBytes("salt"),
                row.getBytes("others"));
    }
}
