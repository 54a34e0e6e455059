package fr.socle.journal.store;

import fr.socle.journal.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last map of each log, and what has changed since. */
@Component
public class MapStore {

    /**
     * @param size how many entries of the log it takes in
     * @param entry the entry that holds its root; null before the first map
     * @param madeAt when; the opening of the log before the first map
     */
    public record LastMap(long size, @Nullable UUID entry, Instant madeAt) {}

    private final JdbcClient db;

    MapStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<LastMap> last(int log) {
        return db.sql("SELECT size, entry, made_at FROM journal.map WHERE log = :log")
                .param("log", log)
                .query((row, _) -> last(row))
                .optional();
    }

    /** The same, locked; nothing while another node makes a map. */
    public Optional<LastMap> tryLock(int log) {
        return db.sql(
                        "SELECT size, entry, made_at FROM journal.map WHERE log = :log FOR UPDATE SKIP LOCKED")
                .param("log", log)
                .query((row, _) -> last(row))
                .optional();
    }

    public void move(int log, long size, UUID entry, Instant madeAt) {
        db.sql(
                        """
                UPDATE journal.map SET size = :size, entry = :entry, made_at = :madeAt WHERE log = :log
                """)
                .param("log", log)
                .param("size", size)
                .param("entry", entry)
                .param("madeAt", madeAt.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    /** Whether anybody's number changed since the last map. */
    public boolean stale(int log) {
        return db.sql("SELECT EXISTS (SELECT FROM journal.touched WHERE log = :log)")
                .param("log", log)
                .query(Boolean.class)
                .single();
    }

    /** Whose number changed since the last map, each once; they count as unchanged from now on. */
    public List<Hash> takeTouched(int log) {
        return db.sql(
                        """
                WITH taken AS (DELETE FROM journal.touched WHERE log = :log RETURNING key)
                SELECT DISTINCT key FROM taken ORDER BY key
                """)
                .param("log", log)
                .query((row, _) -> Hash.of(row.getBytes("key")))
                .list();
    }

    /** Those of these pages that exist, in one statement, so that they belong together. */
    public Map<String, byte[]> pages(int log, Collection<String> paths) {
        var pages = new HashMap<String, byte[]>();
        db.sql("SELECT path, slots FROM journal.map_page WHERE log = :log AND path = ANY (:paths)")
                .param("log", log)
                .param("paths", paths.toArray(String[]::new))
                .query(
                        row -> {
                            pages.put(row.getString("path"), row.getBytes("slots"));
                        });
        return pages;
    }

    public void write(int log, Map<String, byte[]> pages) {
        var paths = List.copyOf(pages.keySet());
        db.sql(
                        """
                INSERT INTO journal.map_page (log, path, slots)
                SELECT :log, path, slots FROM unnest(:paths, :slots) AS made (path, slots)
                ON CONFLICT (log, path) DO UPDATE SET slots = excluded.slots
                """)
                .param("log", log)
                .param("paths", paths.toArray(String[]::new))
                .param("slots", paths.stream().map(pages::get).toArray(byte[][]::new))
                .update();
    }

    private static LastMap last(ResultSet row) throws SQLException {
        return new LastMap(
                row.getLong("size"),
                row.getObject("entry", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
