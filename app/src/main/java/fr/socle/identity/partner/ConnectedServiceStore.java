package fr.socle.identity.partner;

import fr.socle.directory.OrganisationId;
import fr.socle.identity.federation.Client;
import fr.socle.identity.store.ClientStore;
import fr.socle.kernel.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of a connected service beyond its client. */
@Component
class ConnectedServiceStore {

    private static final String READ =
            """
            SELECT s.client_id, s.organisation, s.stage, s.stage_since, s.contacts, s.version,
                   c.previous_secret_until
              FROM identity.connected_service s JOIN identity.client c USING (client_id)
            """;

    private final JdbcClient db;
    private final ClientStore clients;

    ConnectedServiceStore(JdbcClient db, ClientStore clients) {
        this.db = db;
        this.clients = clients;
    }

    public Optional<ConnectedService> find(String clientId) {
        return services(db.sql(READ + "WHERE client_id = :id").param("id", clientId)).stream()
                .findFirst();
    }

    /** As {@link #find}, and keeps other writers waiting until the transaction ends. */
    public Optional<ConnectedService> lock(String clientId) {
        var one = db.sql(READ + "WHERE client_id = :id FOR UPDATE OF s").param("id", clientId);
        return services(one).stream().findFirst();
    }

    /** By name; of every organisation when none is given. */
    public List<ConnectedService> of(@Nullable OrganisationId organisation, int size, long offset) {
        return services(
                db.sql(
                                READ
                                        + """
                                WHERE :organisation::uuid IS NULL OR s.organisation = :organisation::uuid
                                ORDER BY lower(c.name), client_id
                                LIMIT :size OFFSET :offset
                                """)
                        .param("organisation", value(organisation), java.sql.Types.OTHER)
                        .param("size", size)
                        .param("offset", offset));
    }

    public long count(@Nullable OrganisationId organisation) {
        return db.sql(
                        """
                        SELECT count(*) FROM identity.connected_service
                         WHERE :organisation::uuid IS NULL OR organisation = :organisation::uuid
                        """)
                .param("organisation", value(organisation), java.sql.Types.OTHER)
                .query(Long.class)
                .single();
    }

    /** Those that wait for the operator, the longest first. */
    public List<ConnectedService> requested(int size) {
        return services(
                db.sql(READ + "WHERE s.stage = 'requested' ORDER BY s.stage_since LIMIT :size")
                        .param("size", size));
    }

    /** The sectors of an organisation's services, each with the name of a service in it. */
    public List<Sector> sectors(OrganisationId organisation) {
        return db.sql(
                        """
                        SELECT c.sector, string_agg(c.name, ', ' ORDER BY c.name) AS names
                          FROM identity.connected_service s JOIN identity.client c USING (client_id)
                         WHERE s.organisation = :organisation
                         GROUP BY c.sector ORDER BY names
                        """)
                .param("organisation", organisation.value())
                .query((row, _) -> new Sector(row.getString("sector"), row.getString("names")))
                .list();
    }

    public boolean inProduction(String clientId) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM identity.connected_service
                                        WHERE client_id = :id AND stage = 'production')
                        """)
                .param("id", clientId)
                .query(Boolean.class)
                .single();
    }

    public void insert(
            Client client, OrganisationId organisation, List<EmailAddress> contacts, Instant now) {
        db.sql(
                        """
                        INSERT INTO identity.connected_service
                               (client_id, organisation, stage, stage_since, contacts, created_at)
                        VALUES (:id, :organisation, 'sandbox', :now, :contacts, :now)
                        """)
                .param("id", client.clientId())
                .param("organisation", organisation.value())
                .param("contacts", texts(contacts))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Of a locked row: its stage and contacts, and a new version. */
    public void update(ConnectedService after) {
        db.sql(
                        """
                        UPDATE identity.connected_service
                           SET stage = :stage, stage_since = :since, contacts = :contacts, version = version + 1
                         WHERE client_id = :id
                        """)
                .param("id", after.id())
                .param("stage", after.stage().code())
                .param("since", Timestamp.from(after.stage().since()))
                .param("contacts", texts(after.contacts()))
                .update();
    }

    /** The rows first, then their clients: a row's mapper asks for no second connection. */
    private List<ConnectedService> services(JdbcClient.StatementSpec wanted) {
        var rows = wanted.query(Row::of).list();
        var found = clients.all(rows.stream().map(Row::client).toList());
        return rows.stream()
                .map(it -> it.with(Objects.requireNonNull(found.get(it.client()))))
                .toList();
    }

    private record Row(
            String client,
            OrganisationId organisation,
            Stage stage,
            List<EmailAddress> contacts,
            @Nullable Timestamp until,
            long version) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getString("client_id"),
                    new OrganisationId(row.getObject("organisation", UUID.class)),
                    Stage.of(row.getString("stage"), row.getTimestamp("stage_since").toInstant()),
                    Arrays.stream((String[]) row.getArray("contacts").getArray())
                            .map(it -> EmailAddress.parse(it).orThrow())
                            .toList(),
                    row.getTimestamp("previous_secret_until"),
                    row.getLong("version"));
        }

        ConnectedService with(Client known) {
            return new ConnectedService(
                    known,
                    organisation,
                    stage,
                    contacts,
                    until == null ? null : until.toInstant(),
                    version);
        }
    }

    private static String[] texts(List<EmailAddress> contacts) {
        return contacts.stream().map(EmailAddress::value).toArray(String[]::new);
    }

    private static @Nullable UUID value(@Nullable OrganisationId organisation) {
        return organisation == null ? null : organisation.value();
    }
}
