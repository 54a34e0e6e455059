package fr.socle.directory.store;

import fr.socle.directory.AgentId;
import fr.socle.directory.Invitation;
import fr.socle.directory.InvitationDraft;
import fr.socle.directory.InvitationId;
import fr.socle.directory.Listing;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.ServiceId;
import fr.socle.kernel.NormalName;
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

/** Invitations. The secret is known by its hash only. */
@Component
public class InvitationStore {

    private static final String COLUMNS =
            """
            SELECT id, organisation, name, email, roles, services, state, expires_at, version
              FROM directory.invitation
            """;

    private final JdbcClient db;

    InvitationStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<Invitation> find(InvitationId id) {
        return db.sql(COLUMNS + " WHERE id = :id")
                .param("id", id.value())
                .query(InvitationStore::invitation)
                .optional();
    }

    public Optional<Invitation> find(byte[] secretHash) {
        return db.sql(COLUMNS + " WHERE secret_hash = :hash")
                .param("hash", secretHash)
                .query(InvitationStore::invitation)
                .optional();
    }

    /** Reads it and keeps every other acceptance waiting until the transaction ends. */
    public Optional<Invitation> lock(byte[] secretHash) {
        return db.sql(COLUMNS + " WHERE secret_hash = :hash FOR UPDATE")
                .param("hash", secretHash)
                .query(InvitationStore::invitation)
                .optional();
    }

    public Listing<Invitation> of(OrganisationId organisation, int size, long offset) {
        var total =
                db.sql(
                                "SELECT count(*) FROM directory.invitation WHERE organisation = :organisation")
                        .param("organisation", organisation.value())
                        .query(Long.class)
                        .single();
        var lines =
                db.sql(
                                COLUMNS
                                        + """
                                           WHERE organisation = :organisation
                                           ORDER BY invited_at DESC, id LIMIT :size OFFSET :offset
                                          """)
                        .param("organisation", organisation.value())
                        .param("size", size)
                        .param("offset", offset)
                        .query(InvitationStore::invitation)
                        .list();
        return new Listing<>(lines, total);
    }

    /** Another invitation that opens the same organisation to the same address. */
    public boolean hasOther(Invitation one, Instant now) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM directory.invitation
                                        WHERE organisation = :organisation AND lower(email) = lower(:email)
                                          AND state = 'envoyee' AND expires_at > :now AND id <> :id)
                        """)
                .param("organisation", one.organisation().value())
                .param("email", one.draft().email().value())
                .param("now", Timestamp.from(now))
                .param("id", one.id().value())
                .query(Boolean.class)
                .single();
    }

    public void insert(Invitation invitation, byte[] secretHash, Instant now) {
        var draft = invitation.draft();
        db.sql(
                        """
                        INSERT INTO directory.invitation
                               (id, secret_hash, organisation, name, search, email, roles, services, state,
                                invited_at, expires_at)
                        VALUES (:id, :hash, :organisation, :name, :search, :email, :roles, :services, 'envoyee',
                                :now, :expires)
                        """)
                .param("id", invitation.id().value())
                .param("hash", secretHash)
                .param("organisation", invitation.organisation().value())
                .param("name", draft.name())
                .param("search", NormalName.of(draft.name()).value())
                .param("email", draft.email().value())
                .param("roles", draft.roles().toArray(String[]::new))
                .param(
                        "services",
                        draft.services().stream().map(ServiceId::value).toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(invitation.expiresAt()))
                .update();
    }

    public void accepted(InvitationId id, AgentId agent) {
        db.sql(
                        """
                        UPDATE directory.invitation SET state = 'acceptee', agent = :agent, version = version + 1
                         WHERE id = :id AND state = 'envoyee'
                        """)
                .param("id", id.value())
                .param("agent", agent.value())
                .update();
    }

    /** False when it was accepted or withdrawn before, or changed since this version. */
    public boolean withdraw(InvitationId id, long version) {
        return db.sql(
                                """
                                UPDATE directory.invitation SET state = 'retiree', version = version + 1
                                 WHERE id = :id AND version = :version AND state = 'envoyee'
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** A new secret: the address sent before opens nothing any more. */
    public boolean renew(InvitationId id, byte[] secretHash, Instant expires, long version) {
        return db.sql(
                                """
                                UPDATE directory.invitation
                                   SET secret_hash = :hash, expires_at = :expires, version = version + 1
                                 WHERE id = :id AND version = :version AND state = 'envoyee'
                                """)
                        .param("id", id.value())
                        .param("hash", secretHash)
                        .param("expires", Timestamp.from(expires))
                        .param("version", version)
                        .update()
                == 1;
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        var services = (UUID[]) row.getArray("services").getArray();
        return new Invitation(
                new InvitationId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new InvitationDraft(
                        row.getString("name"),
                        InvitationDraft.email(row.getString("email")),
                        List.of((String[]) row.getArray("roles").getArray()),
                        Arrays.stream(services).map(ServiceId::new).toList()),
                Invitation.State.of(row.getString("state")),
                row.getTimestamp("expires_at").toInstant(),
                row.getLong("version"));
    }
}
