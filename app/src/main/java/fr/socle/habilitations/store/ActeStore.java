package fr.socle.habilitations.store;

import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Demande.Dossier;
import fr.socle.habilitations.trace.Acte;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history of each request. */
@Component
public class ActeStore {

    /**
     * @param act the word of an {@link Acte}
     */
    public record Line(String act, Instant at, @Nullable UUID actor, int version, String motif) {}

    private final JdbcClient db;

    ActeStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(Acte act, Dossier dossier, @Nullable UUID actor, String motif, Instant now) {
        db.sql(
                        """
                        INSERT INTO habilitations.act (demande, act, at, actor, version, motif)
                        VALUES (:demande, :act, :at, :actor, :version, :motif)
                        """)
                .param("demande", dossier.id().value())
                .param("act", act.code())
                .param("at", Timestamp.from(now))
                .param("actor", actor, Types.OTHER)
                .param("version", dossier.granted())
                .param("motif", motif)
                .update();
    }

    /** The newest first. */
    public List<Line> of(HabilitationId id) {
        return db.sql(
                        """
                        SELECT act, at, actor, version, motif FROM habilitations.act
                         WHERE demande = :id ORDER BY place DESC LIMIT 500
                        """)
                .param("id", id.value())
                .query(
                        (row, _) ->
                                new Line(
                                        row.getString("act"),
                                        row.getTimestamp("at").toInstant(),
                                        row.getObject("actor", UUID.class),
                                        row.getInt("version"),
                                        row.getString("motif")))
                .list();
    }
}
