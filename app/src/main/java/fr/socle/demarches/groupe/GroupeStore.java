package fr.socle.demarches.groupe;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Conditions;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.directory.AgentId;
import fr.socle.directory.OrganisationId;
import fr.socle.kernel.NormalName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The groups of procedures and their agents. */
@Component
public class GroupeStore {

    private static final String ROWS =
            """
            SELECT g.id, g.number, g.demarche, g.rank, g.label, g.rule, g.active, g.version,
                   ARRAY(SELECT a.agent FROM demarches.groupe_agent a WHERE a.groupe = g.id) AS agents
              FROM demarches.groupe g
            """;

    private final JdbcClient db;

    GroupeStore(JdbcClient db) {
        this.db = db;
    }

    /** All of them, closed ones included, in the order in which their rules are tried. */
    public List<Groupe> of(DemarcheId demarche) {
        return db.sql(ROWS + " WHERE g.demarche = :demarche ORDER BY g.rank")
                .param("demarche", demarche.value())
                .query(GroupeStore::groupe)
                .list();
    }

    public Optional<Groupe> find(GroupeId id) {
        return db.sql(ROWS + " WHERE g.id = :id")
                .param("id", id.value())
                .query(GroupeStore::groupe)
                .optional();
    }

    /** By the number under which programs name it. */
    public Optional<Groupe> find(int number) {
        return db.sql(ROWS + " WHERE g.number = :number")
                .param("number", number)
                .query(GroupeStore::groupe)
                .optional();
    }

    /** Keeps other writers of this procedure's groups waiting until the transaction ends. */
    public void lock(DemarcheId demarche) {
        db.sql("SELECT id FROM demarches.groupe WHERE demarche = :demarche AND rank = 0 FOR UPDATE")
                .param("demarche", demarche.value())
                .query(UUID.class)
                .single();
    }

    /** Behind the others. Empty when another group has the name. */
    public Optional<GroupeId> insert(DemarcheId demarche, String label) {
        return db.sql(
                        """
                        INSERT INTO demarches.groupe (demarche, rank, label, search_label)
                        SELECT :demarche, max(rank) + 1, :label, :search
                          FROM demarches.groupe WHERE demarche = :demarche
                        HAVING NOT EXISTS (SELECT FROM demarches.groupe
                                            WHERE demarche = :demarche AND search_label = :search)
                        RETURNING id
                        """)
                .param("demarche", demarche.value())
                .param("label", label)
                .param("search", NormalName.of(label).value())
                .query(UUID.class)
                .optional()
                .map(GroupeId::new);
    }

    public boolean labelTaken(Groupe groupe, String label) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM demarches.groupe
                                        WHERE demarche = :demarche AND search_label = :search AND id <> :id)
                        """)
                .param("demarche", groupe.demarche().value())
                .param("search", NormalName.of(label).value())
                .param("id", groupe.id().value())
                .query(Boolean.class)
                .single();
    }

    /** False when the group is not at this version any more. */
    public boolean update(GroupeId id, String label, boolean active, long version) {
        return db.sql(
                                """
                                UPDATE demarches.groupe
                                   SET label = :label, search_label = :search, active = :active, version = version + 1
                                 WHERE id = :id AND version = :version
                                """)
                        .param("label", label)
                        .param("search", NormalName.of(label).value())
                        .param("active", active)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** False when the group is not at this version any more. */
    public boolean rule(GroupeId id, @Nullable Condition rule, long version) {
        return db.sql(
                                """
                                UPDATE demarches.groupe SET rule = :rule, version = version + 1
                                 WHERE id = :id AND version = :version
                                """)
                        .param("rule", rule == null ? null : Conditions.write(rule), Types.VARCHAR)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Its rule is tried before that of the group above it; the default group stays first. */
    public void raise(Groupe groupe) {
        db.sql(
                        """
                        UPDATE demarches.groupe SET rank = CASE WHEN id = :id THEN rank - 1 ELSE rank + 1 END
                         WHERE demarche = :demarche AND rank IN (:rank, :rank - 1) AND :rank > 1
                        """)
                .param("id", groupe.id().value())
                .param("demarche", groupe.demarche().value())
                .param("rank", groupe.rank())
                .update();
    }

    public void agents(GroupeId id, Collection<AgentId> agents) {
        db.sql("DELETE FROM demarches.groupe_agent WHERE groupe = :id")
                .param("id", id.value())
                .update();
        db.sql(
                        """
                        INSERT INTO demarches.groupe_agent (groupe, agent) SELECT :id, unnest(:agents::uuid[])
                        """)
                .param("id", id.value())
                .param("agents", agents.stream().map(AgentId::value).toArray(UUID[]::new))
                .update();
    }

    /** Who alone handles this dossier; empty: every agent of its services. */
    public Set<AgentId> agentsOf(DossierId dossier) {
        return db.sql(
                        """
                        SELECT a.agent
                          FROM demarches.dossier d
                          JOIN demarches.groupe g
                            ON g.demarche = d.demarche AND (g.id = d.groupe OR (d.groupe IS NULL AND g.rank = 0))
                          JOIN demarches.groupe_agent a ON a.groupe = g.id
                         WHERE d.id = :dossier
                        """)
                .param("dossier", dossier.value())
                .query((row, _) -> new AgentId(row.getObject("agent", UUID.class)))
                .set();
    }

    /** The groups of this organisation whose dossiers are not for this agent. */
    public Hidden hiddenFrom(AgentId agent, OrganisationId organisation) {
        var groupes =
                db.sql(
                                ROWS
                                        + """
                                          JOIN demarches.demarche d ON d.id = g.demarche AND d.organisation = :organisation
                                         WHERE EXISTS (SELECT FROM demarches.groupe_agent a WHERE a.groupe = g.id)
                                           AND NOT EXISTS (SELECT FROM demarches.groupe_agent a
                                                            WHERE a.groupe = g.id AND a.agent = :agent)
                                        """)
                        .param("organisation", organisation.value())
                        .param("agent", agent.value())
                        .query(GroupeStore::groupe)
                        .list();
        return Hidden.of(groupes);
    }

    private static Groupe groupe(ResultSet row, int number) throws SQLException {
        var rule = row.getString("rule");
        var agents = (UUID[]) row.getArray("agents").getArray();
        return new Groupe(
                new GroupeId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                new DemarcheId(row.getObject("demarche", UUID.class)),
                row.getInt("rank"),
                row.getString("label"),
                rule == null ? null : Conditions.read(rule),
                row.getBoolean("active"),
                Arrays.stream(agents).map(AgentId::new).collect(Collectors.toSet()),
                row.getLong("version"));
    }
}
