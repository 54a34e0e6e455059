package fr.socle.journal.store;

import fr.socle.journal.format.LogEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leaves, which stay, and contents, which can be erased. */
@Component
public class ContentStore {

    /**
     * @param content null once it was erased
     */
    public record Row(long index, LogEntry entry, YearMonth purge, @Nullable ContentRow content) {}

    public record ContentRow(UUID id, String kind, Instant writtenAt, List<StoredPart> parts) {}

    private static final String ROWS =
            """
            SELECT l.index, l.log_entry, l.purge_month, c.id, c.kind, c.written_at, c.parts
            FROM journal.leaf l
            LEFT JOIN journal.content c
                   ON c.purge_month = l.purge_month AND c.log = l.log AND c.index = l.index
            """;

    private final JdbcClient db;

    ContentStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<Row> find(int log, long index) {
        return db.sql(ROWS + "WHERE l.log = :log AND l.index = :index")
                .param("log", log)
                .param("index", index)
                .query((row, _) -> row(row))
                .optional();
    }

    /** At most {@code limit} rows from this index on, in order. */
    public List<Row> from(int log, long index, int limit) {
        return db.sql(
                        ROWS
                                + "WHERE l.log = :log AND l.index >= :index ORDER BY l.index LIMIT :limit")
                .param("log", log)
                .param("index", index)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    /** Those of these rows that exist, in order. */
    public List<Row> at(int log, Collection<Long> indexes) {
        return db.sql(ROWS + "WHERE l.log = :log AND l.index = ANY (:indexes) ORDER BY l.index")
                .param("log", log)
                .param("indexes", indexes.toArray(Long[]::new))
                .query((row, _) -> row(row))
                .list();
    }

    /** Where the entry of this id lies; the last log first. */
    public Optional<Place> place(UUID id) {
        return db.sql(
                        "SELECT log, index FROM journal.content WHERE id = :id ORDER BY log DESC LIMIT 1")
                .param("id", id)
                .query((row, _) -> new Place(row.getInt("log"), row.getLong("index")))
                .optional();
    }

    public record Place(int log, long index) {}

    public boolean erase(int log, long index) {
        return db.sql(
                                """
                        DELETE FROM journal.content c USING journal.leaf l
                        WHERE l.log = :log AND l.index = :index
                          AND c.purge_month = l.purge_month AND c.log = l.log AND c.index = l.index
                        """)
                        .param("log", log)
                        .param("index", index)
                        .update()
                > 0;
    }

    /** The log entries of a bundle, in order. */
    public List<byte[]> entries(int log, long from, int count) {
        return db.sql(
                        """
                SELECT log_entry FROM journal.leaf
                WHERE log = :log AND index >= :from AND index < :from + :count ORDER BY index
                """)
                .param("log", log)
                .param("from", from)
                .param("count", count)
                .query((row, _) -> row.getBytes("log_entry"))
                .list();
    }

    /**
     * The first index whose parts are still to be kept in this month; the log's size when there is
     * none.
     */
    public long firstKept(int log, YearMonth month, long size) {
        return db.sql(
                        "SELECT min(index) FROM journal.leaf WHERE log = :log AND purge_month > :month")
                .param("log", log)
                .param("month", month.atDay(1))
                .query(
                        (row, _) -> {
                            var first = row.getLong(1);
                            return row.wasNull() ? size : first;
                        })
                .single();
    }

    public int pruneLeaves(int log, long minimum) {
        return db.sql("DELETE FROM journal.leaf WHERE log = :log AND index < :minimum")
                .param("log", log)
                .param("minimum", minimum)
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        var parts = row.getBytes("parts");
        return new Row(
                row.getLong("index"),
                LogEntry.parse(row.getBytes("log_entry")),
                YearMonth.from(row.getObject("purge_month", LocalDate.class)),
                parts == null ? null : content(row, parts));
    }

    private static ContentRow content(ResultSet row, byte[] parts) throws SQLException {
        return new ContentRow(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                StoredPart.decode(parts));
    }
}
