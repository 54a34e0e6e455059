package fr.socle.directory.store;

import fr.socle.directory.AgentId;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.ServiceId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which agents work in which services. */
@Component
public class StaffStore {

    private final JdbcClient db;

    StaffStore(JdbcClient db) {
        this.db = db;
    }

    /** The agents of this service who may work now and hold one of these roles. */
    public Set<AgentId> of(ServiceId service, Collection<String> roles) {
        return new HashSet<>(
                db.sql(
                                """
                                SELECT m.agent FROM directory.membership_service s
                                  JOIN directory.service w ON w.id = s.service AND w.active
                                  JOIN directory.membership m ON m.agent = s.agent AND m.organisation = s.organisation
                                  JOIN directory.agent a ON a.id = m.agent
                                  JOIN directory.organisation o ON o.id = m.organisation
                                 WHERE s.service = :service AND m.roles && :roles::text[]
                                   AND m.active AND a.active AND o.active
                                """)
                        .param("service", service.value())
                        .param("roles", roles.toArray(String[]::new))
                        .query((row, _) -> new AgentId(row.getObject("agent", UUID.class)))
                        .list());
    }

    /** The agents who may work now and hold one of these roles somewhere. */
    public Set<AgentId> holding(Collection<String> roles) {
        return new HashSet<>(
                db.sql(
                                """
                                SELECT m.agent FROM directory.membership m
                                  JOIN directory.agent a ON a.id = m.agent
                                  JOIN directory.organisation o ON o.id = m.organisation
                                 WHERE m.roles && :roles::text[] AND m.active AND a.active AND o.active
                                """)
                        .param("roles", roles.toArray(String[]::new))
                        .query((row, _) -> new AgentId(row.getObject("agent", UUID.class)))
                        .list());
    }

    /** The active services in which this agent works now for this organisation. */
    public List<ServiceId> servicesOf(AgentId agent, OrganisationId organisation) {
        return db.sql(
                        """
                        SELECT s.service FROM directory.membership_service s
                          JOIN directory.service w ON w.id = s.service AND w.active
                          JOIN directory.membership m ON m.agent = s.agent AND m.organisation = s.organisation
                         WHERE s.agent = :agent AND s.organisation = :organisation AND m.active
                         ORDER BY w.search, w.id
                        """)
                .param("agent", agent.value())
                .param("organisation", organisation.value())
                .query((row, _) -> new ServiceId(row.getObject("service", UUID.class)))
                .list();
    }
}
