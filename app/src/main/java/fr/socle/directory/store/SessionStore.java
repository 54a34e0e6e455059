package fr.socle.directory.store;

import fr.socle.directory.AgentId;
import fr.socle.directory.OpenSession;
import fr.socle.directory.OrganisationId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions of agents and the addresses that open one. */
@Component
public class SessionStore {

    /**
     * What one request needs to know of who asks.
     *
     * @param roles codes held in the organisation, as the database has them now
     */
    public record Seen(
            UUID session,
            Instant touchedAt,
            UUID agent,
            String name,
            UUID organisation,
            String organisationName,
            List<String> roles) {}

    private final JdbcClient db;

    SessionStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(
            UUID id,
            byte[] secretHash,
            AgentId agent,
            OrganisationId organisation,
            Instant now,
            Instant expires) {
        db.sql(
                        """
                        INSERT INTO directory.session
                               (id, secret_hash, agent, organisation, opened_at, touched_at, expires_at)
                        VALUES (:id, :hash, :agent, :organisation, :now, :now, :expires)
                        """)
                .param("id", id)
                .param("hash", secretHash)
                .param("agent", agent.value())
                .param("organisation", organisation.value())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /**
     * Who this session is now. Deactivating the agent, his place or the organisation makes it
     * nobody, from the next request on, on every node.
     */
    public Optional<Seen> see(byte[] secretHash, Instant now, Instant idleSince) {
        return db.sql(
                        """
                        SELECT s.id, s.touched_at, a.id AS agent, a.name, o.id AS organisation,
                               o.name AS organisation_name, m.roles
                          FROM directory.session s
                          JOIN directory.agent a ON a.id = s.agent
                          JOIN directory.organisation o ON o.id = s.organisation
                          JOIN directory.membership m ON m.agent = s.agent AND m.organisation = s.organisation
                         WHERE s.secret_hash = :hash AND s.expires_at > :now AND s.touched_at > :idle
                           AND a.active AND o.active AND m.active
                        """)
                .param("hash", secretHash)
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(idleSince))
                .query(
                        (row, _) ->
                                new Seen(
                                        row.getObject("id", UUID.class),
                                        row.getTimestamp("touched_at").toInstant(),
                                        row.getObject("agent", UUID.class),
                                        row.getString("name"),
                                        row.getObject("organisation", UUID.class),
                                        row.getString("organisation_name"),
                                        List.of((String[]) row.getArray("roles").getArray())))
                .optional();
    }

    /** Says that the session is in use. The condition lets one of several requests write. */
    public void touch(UUID id, Instant seen, Instant now) {
        db.sql(
                        "UPDATE directory.session SET touched_at = :now WHERE id = :id AND touched_at = :seen")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("seen", Timestamp.from(seen))
                .update();
    }

    public boolean act(byte[] secretHash, OrganisationId organisation) {
        return db.sql(
                                """
                                UPDATE directory.session s SET organisation = :organisation
                                 WHERE s.secret_hash = :hash
                                   AND EXISTS (SELECT 1 FROM directory.membership m
                                                 JOIN directory.organisation o ON o.id = m.organisation
                                                WHERE m.agent = s.agent AND m.organisation = :organisation
                                                  AND m.active AND o.active)
                                """)
                        .param("hash", secretHash)
                        .param("organisation", organisation.value())
                        .update()
                == 1;
    }

    /** The open sessions of an agent, the last used first. */
    public List<OpenSession> of(AgentId agent, Instant now, Instant idleSince) {
        return db.sql(
                        """
                        SELECT s.id, s.opened_at, s.touched_at, o.name
                          FROM directory.session s JOIN directory.organisation o ON o.id = s.organisation
                         WHERE s.agent = :agent AND s.expires_at > :now AND s.touched_at > :idle
                         ORDER BY s.touched_at DESC, s.id
                        """)
                .param("agent", agent.value())
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(idleSince))
                .query(
                        (row, _) ->
                                new OpenSession(
                                        row.getObject("id", UUID.class),
                                        row.getTimestamp("opened_at").toInstant(),
                                        row.getTimestamp("touched_at").toInstant(),
                                        row.getString("name")))
                .list();
    }

    public void delete(byte[] secretHash) {
        db.sql("DELETE FROM directory.session WHERE secret_hash = :hash")
                .param("hash", secretHash)
                .update();
    }

    /** The hashes of those that ended. */
    public List<byte[]> deleteAll(AgentId agent) {
        return db.sql("DELETE FROM directory.session WHERE agent = :agent RETURNING secret_hash")
                .param("agent", agent.value())
                .query((row, _) -> row.getBytes("secret_hash"))
                .list();
    }

    public int purge(Instant now, Instant idleSince) {
        return db.sql(
                        "DELETE FROM directory.session WHERE expires_at <= :now OR touched_at <= :idle")
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(idleSince))
                .update();
    }

    public void insertAddress(byte[] secretHash, AgentId agent, Instant expires) {
        db.sql(
                        """
                        INSERT INTO directory.one_time_address (secret_hash, agent, expires_at)
                        VALUES (:hash, :agent, :expires)
                        """)
                .param("hash", secretHash)
                .param("agent", agent.value())
                .param("expires", Timestamp.from(expires))
                .update();
    }

    public boolean knowsAddress(byte[] secretHash, Instant now) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM directory.one_time_address
                                        WHERE secret_hash = :hash AND expires_at > :now)
                        """)
                .param("hash", secretHash)
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** Consumes the address: of two callers at once, one gets the agent. */
    public Optional<AgentId> useAddress(byte[] secretHash, Instant now) {
        return db.sql(
                        """
                        DELETE FROM directory.one_time_address WHERE secret_hash = :hash AND expires_at > :now
                        RETURNING agent
                        """)
                .param("hash", secretHash)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional()
                .map(AgentId::new);
    }

    public int purgeAddresses(Instant now) {
        return db.sql("DELETE FROM directory.one_time_address WHERE expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
