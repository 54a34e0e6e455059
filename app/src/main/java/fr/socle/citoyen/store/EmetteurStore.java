package fr.socle.citoyen.store;

import fr.socle.citoyen.suivi.Emetteur;
import fr.socle.directory.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Programs that announce. */
@Component
public class EmetteurStore {

    private static final String COLUMNS =
            """
            SELECT id, organisation, label, client, created_at, expires_at, revoked_at FROM citoyen.emetteur
            """;

    private final JdbcClient db;

    EmetteurStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(Emetteur it, byte[] secretHash) {
        db.sql(
                        """
                        INSERT INTO citoyen.emetteur
                               (id, organisation, label, client, secret_hash, created_at, expires_at)
                        VALUES (:id, :organisation, :label, :client, :hash, :created, :expires)
                        """)
                .param("id", it.id())
                .param("organisation", it.organisation().value())
                .param("label", it.label())
                .param("client", it.client(), Types.VARCHAR)
                .param("hash", secretHash)
                .param("created", Timestamp.from(it.createdAt()))
                .param("expires", Timestamp.from(it.expiresAt()))
                .update();
    }

    public Optional<Emetteur> find(UUID id) {
        return db.sql(COLUMNS + " WHERE id = :id")
                .param("id", id)
                .query(EmetteurStore::read)
                .optional();
    }

    public Optional<Emetteur> find(byte[] secretHash) {
        return db.sql(COLUMNS + " WHERE secret_hash = :hash")
                .param("hash", secretHash)
                .query(EmetteurStore::read)
                .optional();
    }

    /** The newest first. */
    public List<Emetteur> of(OrganisationId organisation) {
        return db.sql(COLUMNS + " WHERE organisation = :it ORDER BY created_at DESC LIMIT 200")
                .param("it", organisation.value())
                .query(EmetteurStore::read)
                .list();
    }

    /** False when it was already. */
    public boolean revoke(UUID id, Instant now) {
        return db.sql(
                                """
                                UPDATE citoyen.emetteur SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL
                                """)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Counts a call and tells how many there were within this minute, on all nodes. */
    public int call(UUID id, Instant minute) {
        return db.sql(
                        """
                        UPDATE citoyen.emetteur
                           SET calls = CASE WHEN minute = :minute THEN calls + 1 ELSE 1 END, minute = :minute
                         WHERE id = :id RETURNING calls
                        """)
                .param("id", id)
                .param("minute", Timestamp.from(minute))
                .query(Integer.class)
                .single();
    }

    private static Emetteur read(ResultSet row, int number) throws SQLException {
        var revoked = row.getTimestamp("revoked_at");
        return new Emetteur(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("label"),
                row.getString("client"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
