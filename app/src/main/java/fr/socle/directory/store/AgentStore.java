package fr.socle.directory.store;

import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.AgentSearch;
import fr.socle.directory.Listing;
import fr.socle.kernel.NormalName;
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

/** Agents, and the outside identities that are theirs. */
@Component
public class AgentStore {

    private static final String COLUMNS =
            "SELECT a.id, a.name, a.email, a.active, a.demonstration, a.version FROM directory.agent a ";

    private static final String WANTED =
            """
            WHERE a.search LIKE '%' || :text || '%'
              AND (:active::boolean IS NULL OR a.active = :active)
              AND (:organisation::uuid IS NULL
                   OR EXISTS (SELECT 1 FROM directory.membership m
                               WHERE m.agent = a.id AND m.organisation = :organisation))
            """;

    /** Who an agent is, outside. */
    public record Identity(String issuer, String sub) {}

    private final JdbcClient db;

    AgentStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<Agent> find(AgentId id) {
        return db.sql(COLUMNS + "WHERE a.id = :id")
                .param("id", id.value())
                .query(AgentStore::agent)
                .optional();
    }

    public Optional<Agent> find(String issuer, String sub) {
        return db.sql(
                        COLUMNS
                                + "JOIN directory.identity i ON i.agent = a.id WHERE i.issuer = :issuer AND i.sub = :sub")
                .param("issuer", issuer)
                .param("sub", sub)
                .query(AgentStore::agent)
                .optional();
    }

    public Listing<Agent> search(AgentSearch wanted, int size, long offset) {
        var total = filtered("SELECT count(*) FROM directory.agent a " + WANTED, wanted);
        var lines =
                filtered(
                                COLUMNS
                                        + WANTED
                                        + "ORDER BY a.search, a.id LIMIT :size OFFSET :offset",
                                wanted)
                        .param("size", size)
                        .param("offset", offset)
                        .query(AgentStore::agent)
                        .list();
        return new Listing<>(lines, total.query(Long.class).single());
    }

    /** The made-up agents, for the demonstration's entrance. */
    public List<Agent> demonstration() {
        return db.sql(COLUMNS + "WHERE a.demonstration AND a.active ORDER BY a.search, a.id")
                .query(AgentStore::agent)
                .list();
    }

    public void insert(Agent agent, Instant now) {
        db.sql(
                        """
                        INSERT INTO directory.agent (id, name, search, email, demonstration, created_at)
                        VALUES (:id, :name, :search, :email, :demonstration, :now)
                        """)
                .param("id", agent.id().value())
                .param("name", agent.name())
                .param("search", NormalName.of(agent.name()).value())
                .param("email", agent.email(), Types.VARCHAR)
                .param("demonstration", agent.demonstration())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** False when the agent is not at this version any more. */
    public boolean update(Agent agent, long version) {
        return db.sql(
                                """
                                UPDATE directory.agent
                                   SET name = :name, search = :search, email = :email, version = version + 1
                                 WHERE id = :id AND version = :version
                                """)
                        .param("id", agent.id().value())
                        .param("name", agent.name())
                        .param("search", NormalName.of(agent.name()).value())
                        .param("email", agent.email(), Types.VARCHAR)
                        .param("version", version)
                        .update()
                == 1;
    }

    public boolean activate(AgentId id, boolean active, long version) {
        return db.sql(
                                """
                                UPDATE directory.agent SET active = :active, version = version + 1
                                 WHERE id = :id AND version = :version
                                """)
                        .param("id", id.value())
                        .param("active", active)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** The identity that was bound first. */
    public Optional<Identity> identityOf(AgentId agent) {
        return db.sql(
                        """
                        SELECT issuer, sub FROM directory.identity WHERE agent = :agent
                         ORDER BY bound_at, issuer, sub LIMIT 1
                        """)
                .param("agent", agent.value())
                .query((row, _) -> new Identity(row.getString("issuer"), row.getString("sub")))
                .optional();
    }

    public List<Identity> identitiesOf(AgentId agent) {
        return db.sql("SELECT issuer, sub FROM directory.identity WHERE agent = :agent")
                .param("agent", agent.value())
                .query((row, _) -> new Identity(row.getString("issuer"), row.getString("sub")))
                .list();
    }

    /** False when this identity is bound already, to anyone. */
    public boolean bind(String issuer, String sub, AgentId agent, Instant now) {
        return db.sql(
                                """
                                INSERT INTO directory.identity (issuer, sub, agent, bound_at)
                                VALUES (:issuer, :sub, :agent, :now)
                                ON CONFLICT (issuer, sub) DO NOTHING
                                """)
                        .param("issuer", issuer)
                        .param("sub", sub)
                        .param("agent", agent.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec filtered(String sql, AgentSearch wanted) {
        var organisation = wanted.organisation();
        return db.sql(sql)
                .param("text", wanted.normal())
                .param("active", wanted.active(), Types.BOOLEAN)
                .param(
                        "organisation",
                        organisation == null ? null : organisation.value(),
                        Types.OTHER);
    }

    private static Agent agent(ResultSet row, int number) throws SQLException {
        return new Agent(
                new AgentId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("active"),
                row.getBoolean("demonstration"),
                row.getLong("version"));
    }
}
