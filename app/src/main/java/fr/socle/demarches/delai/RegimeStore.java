package fr.socle.demarches.delai;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.delai.Silence.Sens;
import fr.socle.demarches.delai.Silence.Unite;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The regimes of procedures. */
@Component
public class RegimeStore {

    private final JdbcClient db;

    RegimeStore(JdbcClient db) {
        this.db = db;
    }

    public Regime of(DemarcheId demarche) {
        return db.sql(
                        """
                        SELECT kind, period, unit, restarts FROM demarches.regime WHERE demarche = :demarche
                        """)
                .param("demarche", demarche.value())
                .query(RegimeStore::regime)
                .optional()
                .orElseGet(Regime.Ordinaire::new);
    }

    /**
     * Keeps other writers of the procedure waiting until the transaction ends.
     *
     * @return false when it is not at this version any more, or was published
     */
    boolean claim(DemarcheId demarche, long version, Instant now) {
        return db.sql(
                                """
                                UPDATE demarches.demarche SET version = version + 1, changed_at = :now
                                 WHERE id = :demarche AND version = :version AND state = 'brouillon'
                                """)
                        .param("now", Timestamp.from(now))
                        .param("demarche", demarche.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** In the transaction that {@linkplain #claim claimed} the procedure. */
    void write(DemarcheId demarche, Regime regime) {
        db.sql("DELETE FROM demarches.regime WHERE demarche = :demarche")
                .param("demarche", demarche.value())
                .update();
        switch (regime) {
            case Regime.Ordinaire _ -> {}
            case Regime.Declaratif _ -> insert(demarche, regime, null);
            case Regime.AvecSilence(var silence) -> insert(demarche, regime, silence);
        }
    }

    private void insert(DemarcheId demarche, Regime regime, @Nullable Silence silence) {
        db.sql(
                        """
                        INSERT INTO demarches.regime (demarche, kind, period, unit, restarts)
                        VALUES (:demarche, :kind, :period, :unit, :restarts)
                        """)
                .param("demarche", demarche.value())
                .param("kind", regime.code())
                .param("period", silence == null ? null : silence.period(), Types.INTEGER)
                .param("unit", silence == null ? null : silence.unit().code(), Types.VARCHAR)
                .param("restarts", silence == null ? null : silence.restarts(), Types.BOOLEAN)
                .update();
    }

    private static Regime regime(ResultSet row, int number) throws SQLException {
        return switch (row.getString("kind")) {
            case "silence-accord" -> new Regime.AvecSilence(silence(row, Sens.ACCORD));
            case "silence-rejet" -> new Regime.AvecSilence(silence(row, Sens.REJET));
            case "declaratif-instruction" -> Regime.Declaratif.INSTRUCTION;
            case "declaratif-acceptation" -> Regime.Declaratif.ACCEPTATION;
            default -> throw new IllegalStateException("unknown regime " + row.getString("kind"));
        };
    }

    private static Silence silence(ResultSet row, Sens sens) throws SQLException {
        return new Silence(
                sens,
                row.getInt("period"),
                Unite.of(row.getString("unit")),
                row.getBoolean("restarts"));
    }
}
