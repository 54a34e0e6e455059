package fr.socle.habilitations.store;

import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.webhook.Delivery;
import fr.socle.habilitations.webhook.Delivery.Attempt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox of what programs are told, and what became of it. */
@Component
public class DeliveryStore {

    private final JdbcClient db;

    DeliveryStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * One delivery to be made.
     *
     * @param attempts this one counted
     */
    public record Due(UUID id, String url, byte[] sealedSecret, String body, int attempts) {}

    /**
     * Writes what is told of a request, in the caller's transaction: to the programs of its own
     * organisation and, once it was sent, to those that hear of every other.
     */
    public void enqueue(
            String event, UUID demande, OrganisationId of, boolean sent, String body, Instant now) {
        db.sql(
                        """
                        INSERT INTO habilitations.delivery (id, webhook, event, demande, body, state, due_at, created_at)
                        SELECT gen_random_uuid(), w.id, :event, :demande, :body, 'en-attente', :now, :now
                          FROM habilitations.webhook w
                         WHERE w.removed_at IS NULL
                           AND (NOT w.every AND w.organisation = :of
                                OR w.every AND :sent AND w.organisation <> :of)
                        """)
                .param("event", event)
                .param("demande", demande)
                .param("of", of.value())
                .param("sent", sent)
                .param("body", body)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Those that are due now, nobody else's until the lease runs out. */
    public List<Due> take(Instant now, Instant lease, int most) {
        return db.sql(
                        """
                        UPDATE habilitations.delivery d SET due_at = :lease, attempts = d.attempts + 1
                          FROM habilitations.webhook w
                         WHERE w.id = d.webhook AND w.removed_at IS NULL
                           AND d.id IN (SELECT id FROM habilitations.delivery
                                         WHERE state = 'en-attente' AND due_at <= :now
                                         ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING d.id, w.url, w.sealed_secret, d.body, d.attempts
                        """)
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(lease))
                .param("most", most)
                .query(
                        (row, _) ->
                                new Due(
                                        row.getObject("id", UUID.class),
                                        row.getString("url"),
                                        row.getBytes("sealed_secret"),
                                        row.getString("body"),
                                        row.getInt("attempts")))
                .list();
    }

    public void tried(UUID id, Attempt attempt) {
        db.sql(
                        """
                        INSERT INTO habilitations.attempt (delivery, at, status, fault)
                        VALUES (:id, :at, :status, :fault)
                        """)
                .param("id", id)
                .param("at", Timestamp.from(attempt.at()))
                .param("status", attempt.status(), Types.INTEGER)
                .param("fault", attempt.fault())
                .update();
    }

    public void settle(UUID id, String state, Instant due) {
        db.sql("UPDATE habilitations.delivery SET state = :state, due_at = :due WHERE id = :id")
                .param("id", id)
                .param("state", state)
                .param("due", Timestamp.from(due))
                .update();
    }

    /** Sends once more what arrived or was given up; false for what waits, or is of another. */
    public boolean replay(UUID webhook, UUID id, Instant now) {
        return db.sql(
                                """
                                UPDATE habilitations.delivery SET state = 'en-attente', attempts = 0, due_at = :now
                                 WHERE id = :id AND webhook = :webhook AND state <> 'en-attente'
                                """)
                        .param("id", id)
                        .param("webhook", webhook)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The newest first. */
    public List<Delivery> of(UUID webhook, int most) {
        var attempts = attempts(webhook, most);
        return db.sql(
                        """
                        SELECT * FROM habilitations.delivery
                         WHERE webhook = :webhook ORDER BY created_at DESC LIMIT :most
                        """)
                .param("webhook", webhook)
                .param("most", most)
                .query((row, _) -> delivery(row, attempts))
                .list();
    }

    public void purge(Instant before) {
        db.sql(
                        """
                        DELETE FROM habilitations.delivery
                         WHERE state <> 'en-attente' AND created_at < :before
                        """)
                .param("before", Timestamp.from(before))
                .update();
    }

    private static Delivery delivery(ResultSet row, Map<UUID, List<Attempt>> attempts)
            throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Delivery(
                id,
                row.getObject("webhook", UUID.class),
                row.getString("event"),
                row.getObject("demande", UUID.class),
                row.getString("state"),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                attempts.getOrDefault(id, List.of()));
    }

    /** By their delivery, each in its order. */
    private Map<UUID, List<Attempt>> attempts(UUID webhook, int most) {
        var attempts = new HashMap<UUID, List<Attempt>>();
        db.sql(
                        """
                        SELECT delivery, at, status, fault FROM habilitations.attempt
                         WHERE delivery IN (SELECT id FROM habilitations.delivery
                                             WHERE webhook = :webhook ORDER BY created_at DESC LIMIT :most)
                         ORDER BY place
                        """)
                .param("webhook", webhook)
                .param("most", most)
                .query(
                        row -> {
                            attempts.computeIfAbsent(
                                            row.getObject("delivery", UUID.class),
                                            _ -> new ArrayList<>())
                                    .add(attempt(row));
                        });
        return attempts;
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(row.getTimestamp("at").toInstant(), status(row), row.getString("fault"));
    }

    private static @Nullable Integer status(ResultSet row) throws SQLException {
        var status = row.getInt("status");
        return row.wasNull() ? null : status;
    }
}
