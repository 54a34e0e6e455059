package fr.socle.habilitations.store;

import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.Delegation;
import fr.socle.habilitations.HabilitationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Delegations. */
@Component
public class DelegationStore {

    private static final String COLUMNS =
            """
            SELECT id, demande, holder, editor, created_at, revoked_at FROM habilitations.delegation
            """;

    private final JdbcClient db;

    DelegationStore(JdbcClient db) {
        this.db = db;
    }

    /** False when this editor has one already. */
    public boolean insert(Delegation it, @Nullable UUID by) {
        return db.sql(
                                """
                                INSERT INTO habilitations.delegation
                                       (id, demande, holder, editor, created_at, created_by)
                                VALUES (:id, :demande, :holder, :editor, :at, :by)
                                ON CONFLICT (demande, editor) WHERE revoked_at IS NULL DO NOTHING
                                """)
                        .param("id", it.id())
                        .param("demande", it.habilitation().value())
                        .param("holder", it.holder().value())
                        .param("editor", it.editor().value())
                        .param("at", Timestamp.from(it.since()))
                        .param("by", by, Types.OTHER)
                        .update()
                == 1;
    }

    /** False when it was taken back before, or is of another habilitation. */
    public boolean revoke(HabilitationId of, UUID id, @Nullable UUID by, Instant now) {
        return db.sql(
                                """
                                UPDATE habilitations.delegation SET revoked_at = :now, revoked_by = :by
                                 WHERE id = :id AND demande = :demande AND revoked_at IS NULL
                                """)
                        .param("id", id)
                        .param("demande", of.value())
                        .param("now", Timestamp.from(now))
                        .param("by", by, Types.OTHER)
                        .update()
                == 1;
    }

    public Optional<Delegation> find(UUID id) {
        return db.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query((row, _) -> delegation(row))
                .optional();
    }

    /** Those of an habilitation that hold, the oldest first. */
    public List<Delegation> of(HabilitationId id) {
        return db.sql(COLUMNS + "WHERE demande = :id AND revoked_at IS NULL ORDER BY created_at")
                .param("id", id.value())
                .query((row, _) -> delegation(row))
                .list();
    }

    /** Those that this editor received and that hold, the oldest first. */
    public List<Delegation> received(OrganisationId editor) {
        return db.sql(
                        COLUMNS
                                + "WHERE editor = :editor AND revoked_at IS NULL ORDER BY created_at LIMIT 500")
                .param("editor", editor.value())
                .query((row, _) -> delegation(row))
                .list();
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        return new Delegation(
                row.getObject("id", UUID.class),
                new HabilitationId(row.getObject("demande", UUID.class)),
                new OrganisationId(row.getObject("holder", UUID.class)),
                new OrganisationId(row.getObject("editor", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant));
    }
}
