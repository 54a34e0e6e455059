package fr.socle.demarches.annotation;

import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.ValeurJson;
import fr.socle.demarches.dossier.DossierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The annotations of dossiers, one row for each dossier that has some. */
@Component
class AnnotationStore {

    private final JdbcClient db;

    AnnotationStore(JdbcClient db) {
        this.db = db;
    }

    Map<DossierId, Noted> of(Collection<DossierId> dossiers) {
        var found = new HashMap<DossierId, Noted>();
        db.sql(
                        """
                        SELECT dossier, valeurs, changed_at FROM demarches.annotation WHERE dossier = ANY(:ids)
                        """)
                .param("ids", dossiers.stream().map(DossierId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            found.put(
                                    new DossierId(row.getObject("dossier", UUID.class)),
                                    noted(row));
                        });
        return found;
    }

    /** Keeps other writers of this dossier's annotations waiting until the transaction ends. */
    Noted lock(DossierId dossier, Instant now) {
        db.sql(
                        """
                        INSERT INTO demarches.annotation (dossier, valeurs, changed_at)
                        VALUES (:dossier, :none::jsonb, :now) ON CONFLICT DO NOTHING
                        """)
                .param("dossier", dossier.value())
                .param("none", ValeurJson.write(Map.of()))
                .param("now", Timestamp.from(now))
                .update();
        return db.sql(
                        """
                        SELECT valeurs, changed_at FROM demarches.annotation WHERE dossier = :dossier FOR UPDATE
                        """)
                .param("dossier", dossier.value())
                .query((row, _) -> noted(row))
                .single();
    }

    private static Noted noted(ResultSet row) throws SQLException {
        return new Noted(
                ValeurJson.read(row.getString("valeurs")).orThrow(),
                row.getTimestamp("changed_at").toInstant());
    }

    void write(DossierId dossier, Map<ChampId, Valeur> valeurs, Instant now) {
        db.sql(
                        """
                        UPDATE demarches.annotation SET valeurs = :valeurs::jsonb, changed_at = :now
                         WHERE dossier = :dossier
                        """)
                .param("dossier", dossier.value())
                .param("valeurs", ValeurJson.write(valeurs))
                .param("now", Timestamp.from(now))
                .update();
    }
}
