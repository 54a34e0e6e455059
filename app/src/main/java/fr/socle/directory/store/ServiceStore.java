package fr.socle.directory.store;

import fr.socle.directory.OrganisationId;
import fr.socle.directory.Service;
import fr.socle.directory.ServiceDraft;
import fr.socle.directory.ServiceId;
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

/** Services of organisations. */
@Component
public class ServiceStore {

    private static final String COLUMNS =
            "SELECT id, organisation, name, parent, active, version FROM directory.service ";

    private final JdbcClient db;

    ServiceStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<Service> find(ServiceId id) {
        return db.sql(COLUMNS + "WHERE id = :id")
                .param("id", id.value())
                .query(ServiceStore::service)
                .optional();
    }

    /** All services of an organisation, inactive ones included, by name. */
    public List<Service> of(OrganisationId organisation) {
        return db.sql(COLUMNS + "WHERE organisation = :organisation ORDER BY search, id")
                .param("organisation", organisation.value())
                .query(ServiceStore::service)
                .list();
    }

    public boolean nameTaken(OrganisationId organisation, ServiceDraft draft, ServiceId except) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM directory.service
                                        WHERE organisation = :organisation AND id <> :except
                                          AND search = :search AND parent IS NOT DISTINCT FROM :parent::uuid)
                        """)
                .param("organisation", organisation.value())
                .param("except", except.value())
                .param("search", NormalName.of(draft.name()).value())
                .param("parent", draft.parentValue(), Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    public boolean wouldCircle(ServiceId id, ServiceId above) {
        return db.sql(
                        """
                        WITH RECURSIVE up AS (
                            SELECT id, parent FROM directory.service WHERE id = :above
                            UNION
                            SELECT s.id, s.parent FROM directory.service s JOIN up ON s.id = up.parent)
                        SELECT EXISTS (SELECT 1 FROM up WHERE id = :id)
                        """)
                .param("above", above.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    public void insert(ServiceId id, OrganisationId organisation, ServiceDraft draft, Instant now) {
        facts(
                        """
                        INSERT INTO directory.service (id, organisation, parent, name, search, created_at)
                        VALUES (:id, :organisation, :parent, :name, :search, :now)
                        """,
                        draft)
                .param("id", id.value())
                .param("organisation", organisation.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** False when the service is not at this version any more. */
    public boolean update(ServiceId id, ServiceDraft draft, long version) {
        return facts(
                                """
                                UPDATE directory.service
                                   SET name = :name, search = :search, parent = :parent, version = version + 1
                                 WHERE id = :id AND version = :version
                                """,
                                draft)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    public boolean activate(ServiceId id, boolean active, long version) {
        return db.sql(
                                """
                                UPDATE directory.service SET active = :active, version = version + 1
                                 WHERE id = :id AND version = :version
                                """)
                        .param("id", id.value())
                        .param("active", active)
                        .param("version", version)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec facts(String sql, ServiceDraft draft) {
        return db.sql(sql)
                .param("name", draft.name())
                .param("search", NormalName.of(draft.name()).value())
                .param("parent", draft.parentValue(), Types.OTHER);
    }

    private static Service service(ResultSet row, int number) throws SQLException {
        var parent = row.getObject("parent", UUID.class);
        return new Service(
                new ServiceId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("name"),
                parent == null ? null : new ServiceId(parent),
                row.getBoolean("active"),
                row.getLong("version"));
    }
}
