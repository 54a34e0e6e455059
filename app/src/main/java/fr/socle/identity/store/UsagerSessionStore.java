package fr.socle.identity.store;

import fr.socle.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions of usagers. What the federation said lies sealed in the row and goes with it. */
@Component
public class UsagerSessionStore {

    /** A session, with its sealed claims. */
    public record Row(
            UUID id, PersonRef person, byte[] sealed, Instant openedAt, Instant touchedAt) {}

    private static final String OPEN = " AND expires_at > :now AND touched_at > :idle";

    private final JdbcClient db;

    UsagerSessionStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(
            UUID id,
            byte[] secretHash,
            PersonRef person,
            byte[] sealed,
            @Nullable String sid,
            Instant now,
            Instant ends) {
        db.sql(
                        """
                        INSERT INTO identity.usager_session
                               (id, secret_hash, person, sealed, sid, opened_at, touched_at, expires_at)
                        VALUES (:id, :hash, :person, :sealed, :sid, :now, :now, :ends)
                        """)
                .param("id", id)
                .param("hash", secretHash)
                .param("person", person.value())
                .param("sealed", sealed)
                .param("sid", sid)
                .param("now", Timestamp.from(now))
                .param("ends", Timestamp.from(ends))
                .update();
    }

    public Optional<Row> bySecret(byte[] secretHash, Instant now, Instant idleSince) {
        return db.sql("SELECT * FROM identity.usager_session WHERE secret_hash = :hash" + OPEN)
                .param("hash", secretHash)
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(idleSince))
                .query((row, _) -> session(row))
                .optional();
    }

    public Optional<Row> byId(UUID id, Instant now, Instant idleSince) {
        return db.sql("SELECT * FROM identity.usager_session WHERE id = :id" + OPEN)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(idleSince))
                .query((row, _) -> session(row))
                .optional();
    }

    /** Says that the session is in use. The condition lets one of several requests write. */
    public void touch(UUID id, Instant seen, Instant now) {
        db.sql(
                        """
                        UPDATE identity.usager_session SET touched_at = :now
                         WHERE id = :id AND touched_at = :seen
                        """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("seen", Timestamp.from(seen))
                .update();
    }

    public boolean delete(UUID id) {
        return db.sql("DELETE FROM identity.usager_session WHERE id = :id").param("id", id).update()
                == 1;
    }

    public int deleteAll(PersonRef person) {
        return db.sql("DELETE FROM identity.usager_session WHERE person = :person")
                .param("person", person.value())
                .update();
    }

    public int purge(Instant now, Instant idleSince) {
        return db.sql(
                        """
                        DELETE FROM identity.usager_session
                         WHERE expires_at <= :now OR touched_at <= :idle
                        """)
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(idleSince))
                .update();
    }

    private static Row session(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new PersonRef(row.getObject("person", UUID.class)),
                row.getBytes("sealed"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("touched_at").toInstant());
    }
}
