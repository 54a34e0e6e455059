package fr.socle.journal.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is written and not yet in the log. */
@Component
public class PendingStore {

    private static final String COPY =
            "COPY journal.pending (id, kind, written_at, purge_month, commitment, persons, parts) FROM STDIN (FORMAT binary)";

    private final JdbcClient db;
    private final JdbcOperations jdbc;

    PendingStore(JdbcClient db, JdbcOperations jdbc) {
        this.db = db;
        this.jdbc = jdbc;
    }

    public void insert(PendingRow row) {
        db.sql(
                        """
                INSERT INTO journal.pending (id, kind, written_at, purge_month, commitment, persons, parts)
                VALUES (:id, :kind, :writtenAt, :purgeMonth, :commitment, :persons, :parts)
                """)
                .param("id", row.id())
                .param("kind", row.kind())
                .param("writtenAt", row.writtenAt().atOffset(ZoneOffset.UTC))
                .param("purgeMonth", row.purgeMonth())
                .param("commitment", row.commitment().bytes())
                .param("persons", row.persons())
                .param("parts", row.parts())
                .update();
    }

    /** Writes many rows at once, in the caller's transaction. */
    public void copy(List<PendingRow> rows) {
        jdbc.execute(
                (ConnectionCallback<Long>) connection -> copy(connection, BinaryCopy.of(rows)));
    }

    private static Long copy(Connection connection, byte[] rows) throws SQLException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY, new ByteArrayInputStream(rows), rows.length);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
