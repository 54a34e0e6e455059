package fr.socle.habilitations.store;

import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.webhook.Webhook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Programs that are told of acts. */
@Component
public class WebhookStore {

    private final JdbcClient db;

    WebhookStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(Webhook it, byte[] sealedSecret) {
        db.sql(
                        """
                        INSERT INTO habilitations.webhook
                               (id, organisation, url, sealed_secret, every, created_at)
                        VALUES (:id, :organisation, :url, :secret, :every, :at)
                        """)
                .param("id", it.id())
                .param("organisation", it.organisation().value())
                .param("url", it.url())
                .param("secret", sealedSecret)
                .param("every", it.every())
                .param("at", Timestamp.from(it.since()))
                .update();
    }

    /** False when it was removed before. */
    public boolean remove(UUID id, Instant now) {
        return db.sql(
                                """
                                UPDATE habilitations.webhook SET removed_at = :now
                                 WHERE id = :id AND removed_at IS NULL
                                """)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Those of an organisation, the oldest first. */
    public List<Webhook> of(OrganisationId organisation) {
        return db.sql(
                        """
                        SELECT * FROM habilitations.webhook
                         WHERE organisation = :organisation AND removed_at IS NULL ORDER BY created_at
                        """)
                .param("organisation", organisation.value())
                .query((row, _) -> webhook(row))
                .list();
    }

    public Optional<Webhook> find(UUID id) {
        return db.sql("SELECT * FROM habilitations.webhook WHERE id = :id AND removed_at IS NULL")
                .param("id", id)
                .query((row, _) -> webhook(row))
                .optional();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("url"),
                row.getBoolean("every"),
                row.getTimestamp("created_at").toInstant());
    }
}
