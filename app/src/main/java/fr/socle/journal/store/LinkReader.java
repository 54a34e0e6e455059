package fr.socle.journal.store;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Link;
import fr.socle.journal.format.LogEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads links beside what they should open to. */
@Component
public class LinkReader {

    /**
     * One person's link of one entry.
     *
     * @param entry the entry as the log holds it; null when it is missing
     * @param before the person's number before this one, as far as its link is kept; 0: none
     * @param previous the log entry of that number; null when there is none
     */
    public record Tied(
            long index,
            long n,
            byte[] salt,
            List<Hash> others,
            byte @Nullable [] entry,
            long before,
            byte @Nullable [] previous) {

        /**
         * Whether it is the number after the one before; of the first one kept nothing is known.
         */
        public boolean follows() {
            return before == 0 || before == n - 1;
        }

        /** Whether the link opens to the previous entry, as far as that is kept. */
        public boolean holds() {
            if (entry == null || n > 1 && previous == null) {
                return entry != null;
            }
            var all = new ArrayList<>(others);
            all.add(Link.of(salt, n, previous == null ? Link.beforeTheFirst() : previous));
            return Link.all(all).equals(LogEntry.parse(entry).link());
        }
    }

    private final JdbcClient db;

    LinkReader(JdbcClient db) {
        this.db = db;
    }

    /** Those of the entries from this index to before that one. */
    public List<Tied> between(int log, long from, long to) {
        return db.sql(
                        """
                SELECT l.index, l.n, l.salt, l.others, e.log_entry AS entry, b.n AS before, p.log_entry AS previous
                FROM journal.link l
                LEFT JOIN journal.leaf e ON e.log = l.log AND e.index = l.index
                LEFT JOIN LATERAL (
                    SELECT n, index FROM journal.link
                    WHERE log = l.log AND key = l.key AND n < l.n ORDER BY n DESC LIMIT 1) AS b ON true
                LEFT JOIN journal.leaf p ON p.log = l.log AND p.index = b.index
                WHERE l.log = :log AND l.index >= :from AND l.index < :to
                """)
                .param("log", log)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> tied(row))
                .list();
    }

    /** How many persons' last kept link is not that of their last number and entry. */
    public long loose(int log) {
        return db.sql(
                        """
                SELECT count(*) FROM journal.chain c
                CROSS JOIN LATERAL (
                    SELECT n, index FROM journal.link
                    WHERE log = c.log AND key = c.key ORDER BY n DESC LIMIT 1) AS l
                LEFT JOIN journal.leaf e ON e.log = c.log AND e.index = l.index
                WHERE c.log = :log AND (l.n <> c.n OR e.log_entry IS DISTINCT FROM c.log_entry)
                """)
                .param("log", log)
                .query(Long.class)
                .single();
    }

    private static Tied tied(ResultSet row) throws SQLException {
        return new Tied(
                row.getLong("index"),
                row.getLong("n"),
                row.getBytes("salt"),
                hashes(row.getBytes("others")),
                row.getBytes("entry"),
                row.getLong("before"),
                row.getBytes("previous"));
    }

    /** Links that are kept one after the other. */
    public static List<Hash> hashes(byte[] bytes) {
        var hashes = new ArrayList<Hash>();
        for (int at = 0; at < bytes.length; at += Hash.BYTES) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes, at, at + Hash.BYTES)));
        }
        return hashes;
    }
}
