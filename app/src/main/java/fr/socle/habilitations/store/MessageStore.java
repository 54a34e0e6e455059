package fr.socle.habilitations.store;

import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.message.DemandeMessage;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages about requests. */
@Component
public class MessageStore {

    private final JdbcClient db;

    MessageStore(JdbcClient db) {
        this.db = db;
    }

    /** Gives its place among all messages. */
    public long insert(
            HabilitationId id, Cote side, @Nullable UUID author, String body, Instant now) {
        return db.sql(
                        """
                        INSERT INTO habilitations.message (demande, side, author, at, body)
                        VALUES (:demande, :side, :author, :at, :body) RETURNING place
                        """)
                .param("demande", id.value())
                .param("side", side.name())
                .param("author", author, Types.OTHER)
                .param("at", Timestamp.from(now))
                .param("body", body)
                .query(Long.class)
                .single();
    }

    /** The oldest first. */
    public List<DemandeMessage> of(HabilitationId id) {
        return db.sql(
                        """
                        SELECT place, side, author, at, body FROM habilitations.message
                         WHERE demande = :demande ORDER BY place LIMIT 500
                        """)
                .param("demande", id.value())
                .query(
                        (row, _) ->
                                new DemandeMessage(
                                        row.getLong("place"),
                                        Cote.valueOf(row.getString("side")),
                                        row.getObject("author", UUID.class),
                                        row.getTimestamp("at").toInstant(),
                                        row.getString("body")))
                .list();
    }

    /** Those of these requests in which this side has the last word. */
    public Set<HabilitationId> lastWordBy(Cote side, Collection<HabilitationId> ids) {
        return new HashSet<>(
                db.sql(
                                """
                                SELECT demande FROM (
                                    SELECT DISTINCT ON (demande) demande, side FROM habilitations.message
                                     WHERE demande = ANY(:ids) ORDER BY demande, place DESC) last
                                 WHERE side = :side
                                """)
                        .param("ids", ids.stream().map(HabilitationId::value).toArray(UUID[]::new))
                        .param("side", side.name())
                        .query((row, _) -> new HabilitationId(row.getObject("demande", UUID.class)))
                        .list());
    }

    /** The instructor who wrote or acted last, to whom an answer goes. */
    public Optional<UUID> lastInstructor(HabilitationId id) {
        return db.sql(
                        """
                        SELECT who FROM (
                            SELECT author AS who, at FROM habilitations.message
                             WHERE demande = :id AND side = 'INSTRUCTEUR' AND author IS NOT NULL
                            UNION ALL
                            SELECT actor, at FROM habilitations.act
                             WHERE demande = :id AND actor IS NOT NULL
                               AND act IN ('modifications-demandees', 'accordee', 'refusee')) acts
                         ORDER BY at DESC LIMIT 1
                        """)
                .param("id", id.value())
                .query(UUID.class)
                .optional();
    }
}
