package fr.socle.demarches.graphql.token;

import fr.socle.demarches.DemarcheId;
import fr.socle.directory.AgentId;
import fr.socle.directory.OrganisationId;
import fr.socle.kernel.IpNetwork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens, known by their hash. */
@Component
class JetonStore {

    private static final String COLUMNS =
            """
            id, organisation, agent, label, demarches, networks, may_write, created_at, expires_at,
            revoked_at, last_used
            """;

    private static final int MOST = 200;
    private static final int MINUTE = 60;

    private final JdbcClient db;

    JetonStore(JdbcClient db) {
        this.db = db;
    }

    void insert(Jeton jeton, byte[] secretHash) {
        db.sql(
                        """
                        INSERT INTO demarches.jeton (id, organisation, agent, label, secret_hash, demarches, networks,
                                                     may_write, created_at, expires_at)
                        VALUES (:id, :organisation, :agent, :label, :hash, :demarches, :networks,
                                :write, :created, :expires)
                        """)
                .param("id", jeton.id())
                .param("organisation", jeton.organisation().value())
                .param("agent", jeton.agent().value())
                .param("label", jeton.label())
                .param("hash", secretHash)
                .param(
                        "demarches",
                        jeton.demarches().stream().map(DemarcheId::value).toArray(UUID[]::new))
                .param(
                        "networks",
                        jeton.networks().stream().map(IpNetwork::toString).toArray(String[]::new))
                .param("write", jeton.mayWrite())
                .param("created", Timestamp.from(jeton.createdAt()))
                .param("expires", Timestamp.from(jeton.expiresAt()))
                .update();
    }

    /**
     * A token that was presented.
     *
     * @param calls how many calls were made with it in this minute, this one included
     */
    record Seen(Jeton jeton, int calls) {}

    /** The token of this secret, whatever its state; its use is counted on every node at once. */
    Optional<Seen> see(byte[] secretHash, Instant now) {
        return db.sql(
                        """
                        UPDATE demarches.jeton
                           SET last_used = :today, minute = :minute,
                               calls = CASE WHEN minute = :minute THEN calls + 1 ELSE 1 END
                         WHERE secret_hash = :hash
                        RETURNING calls,
                        """
                                + COLUMNS)
                .param("hash", secretHash)
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("minute", now.getEpochSecond() / MINUTE)
                .query((row, line) -> new Seen(jeton(row, line), row.getInt("calls")))
                .optional();
    }

    Optional<Jeton> find(UUID id) {
        return db.sql("SELECT " + COLUMNS + " FROM demarches.jeton WHERE id = :id")
                .param("id", id)
                .query(JetonStore::jeton)
                .optional();
    }

    /** The newest first. */
    List<Jeton> of(OrganisationId organisation) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                 FROM demarches.jeton WHERE organisation = :organisation
                                 ORDER BY created_at DESC, id LIMIT :most
                                """)
                .param("organisation", organisation.value())
                .param("most", MOST)
                .query(JetonStore::jeton)
                .list();
    }

    /** False when it was revoked before. */
    boolean revoke(UUID id, Instant now) {
        return db.sql(
                                "UPDATE demarches.jeton SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Jeton jeton(ResultSet row, int line) throws SQLException {
        var revoked = row.getTimestamp("revoked_at");
        return new Jeton(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new AgentId(row.getObject("agent", UUID.class)),
                row.getString("label"),
                Arrays.stream((UUID[]) row.getArray("demarches").getArray())
                        .map(DemarcheId::new)
                        .toList(),
                Arrays.stream((String[]) row.getArray("networks").getArray())
                        .map(IpNetwork::of)
                        .toList(),
                row.getBoolean("may_write"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                revoked == null ? null : revoked.toInstant(),
                row.getObject("last_used", LocalDate.class));
    }
}
