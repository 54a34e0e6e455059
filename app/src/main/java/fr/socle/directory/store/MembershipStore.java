package fr.socle.directory.store;

import fr.socle.directory.AgentId;
import fr.socle.directory.Membership;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.Role;
import fr.socle.directory.ServiceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which agent belongs where, with which roles. */
@Component
public class MembershipStore {

    private static final String COLUMNS =
            """
            SELECT m.agent, m.organisation, o.name AS organisation_name, m.roles, m.active, m.version,
                   ARRAY(SELECT s.service FROM directory.membership_service s
                          WHERE s.agent = m.agent AND s.organisation = m.organisation ORDER BY s.service) AS services
              FROM directory.membership m
              JOIN directory.organisation o ON o.id = m.organisation
            """;

    private final JdbcClient db;

    MembershipStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<Membership> find(AgentId agent, OrganisationId organisation) {
        return db.sql(COLUMNS + " WHERE m.agent = :agent AND m.organisation = :organisation")
                .param("agent", agent.value())
                .param("organisation", organisation.value())
                .query(MembershipStore::membership)
                .optional();
    }

    public List<Membership> of(AgentId agent) {
        return db.sql(COLUMNS + " WHERE m.agent = :agent ORDER BY o.search, o.id")
                .param("agent", agent.value())
                .query(MembershipStore::membership)
                .list();
    }

    /** The organisations for which this agent may act now, by name. */
    public List<Membership> usable(AgentId agent) {
        return db.sql(
                        COLUMNS
                                + """
                                   JOIN directory.agent a ON a.id = m.agent
                                  WHERE m.agent = :agent AND m.active AND o.active AND a.active
                                  ORDER BY o.search, o.id
                                  """)
                .param("agent", agent.value())
                .query(MembershipStore::membership)
                .list();
    }

    /** Whether the agent has a place there that was deactivated. */
    public boolean isDeactivated(AgentId agent, OrganisationId organisation) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM directory.membership
                                       WHERE agent = :agent AND organisation = :organisation AND NOT active)
                        """)
                .param("agent", agent.value())
                .param("organisation", organisation.value())
                .query(Boolean.class)
                .single();
    }

    /** Adds a place, or widens one that the agent has: nothing that he holds is lost. */
    public void join(
            AgentId agent,
            OrganisationId organisation,
            List<String> roles,
            List<ServiceId> services,
            Instant now) {
        db.sql(
                        """
                        INSERT INTO directory.membership AS m (agent, organisation, roles, since)
                        VALUES (:agent, :organisation, :roles, :now)
                        ON CONFLICT (agent, organisation) DO UPDATE
                           SET roles = ARRAY(SELECT DISTINCT r FROM unnest(m.roles || excluded.roles) AS r ORDER BY r),
                               active = true, version = m.version + 1
                        """)
                .param("agent", agent.value())
                .param("organisation", organisation.value())
                .param("roles", roles.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
        addServices(agent, organisation, services);
    }

    /** False when the membership is not at this version any more. */
    public boolean update(Membership membership) {
        var changed =
                db.sql(
                                """
                                UPDATE directory.membership SET roles = :roles, active = :active, version = version + 1
                                 WHERE agent = :agent AND organisation = :organisation AND version = :version
                                """)
                        .param("agent", membership.agent().value())
                        .param("organisation", membership.organisation().value())
                        .param("roles", membership.roles().toArray(String[]::new))
                        .param("active", membership.active())
                        .param("version", membership.version())
                        .update();
        if (changed == 0) {
            return false;
        }
        db.sql(
                        "DELETE FROM directory.membership_service WHERE agent = :agent AND organisation = :organisation")
                .param("agent", membership.agent().value())
                .param("organisation", membership.organisation().value())
                .update();
        addServices(membership.agent(), membership.organisation(), membership.services());
        return true;
    }

    /** Whether someone else could still administer the house. */
    public boolean hasOperator() {
        return db.sql(
                        """
                        SELECT EXISTS (
                            SELECT 1 FROM directory.membership m
                              JOIN directory.agent a ON a.id = m.agent
                              JOIN directory.organisation o ON o.id = m.organisation
                             WHERE m.active AND a.active AND o.active AND :role = ANY (m.roles))
                        """)
                .param("role", Role.OPERATEUR)
                .query(Boolean.class)
                .single();
    }

    /** Whether somebody else manages the organisation and may enter. */
    public boolean hasOtherManager(AgentId than, OrganisationId organisation) {
        return db.sql(
                        """
                        SELECT EXISTS (
                            SELECT 1 FROM directory.membership m
                              JOIN directory.agent a ON a.id = m.agent
                             WHERE m.organisation = :organisation AND m.agent <> :than
                               AND m.active AND a.active AND :role = ANY (m.roles))
                        """)
                .param("organisation", organisation.value())
                .param("than", than.value())
                .param("role", Role.GESTIONNAIRE)
                .query(Boolean.class)
                .single();
    }

    private void addServices(AgentId agent, OrganisationId organisation, List<ServiceId> services) {
        db.sql(
                        """
                        INSERT INTO directory.membership_service (agent, organisation, service)
                        SELECT :agent, :organisation, id FROM directory.service
                         WHERE organisation = :organisation AND id = ANY (:services)
                        ON CONFLICT DO NOTHING
                        """)
                .param("agent", agent.value())
                .param("organisation", organisation.value())
                .param("services", services.stream().map(ServiceId::value).toArray(UUID[]::new))
                .update();
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                new AgentId(row.getObject("agent", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("organisation_name"),
                List.of((String[]) row.getArray("roles").getArray()),
                Arrays.stream((UUID[]) row.getArray("services").getArray())
                        .map(ServiceId::new)
                        .toList(),
                row.getBoolean("active"),
                row.getLong("version"));
    }
}
