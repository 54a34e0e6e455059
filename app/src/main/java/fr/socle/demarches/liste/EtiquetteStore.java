package fr.socle.demarches.liste;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.dossier.DossierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The labels of procedures, and which dossiers bear them. */
@Component
public class EtiquetteStore {

    private final JdbcClient db;

    EtiquetteStore(JdbcClient db) {
        this.db = db;
    }

    public List<Etiquette> of(DemarcheId demarche) {
        return db.sql(
                        """
                        SELECT id, label, color FROM demarches.etiquette WHERE demarche = :demarche ORDER BY label
                        """)
                .param("demarche", demarche.value())
                .query(EtiquetteStore::etiquette)
                .list();
    }

    public List<Etiquette> of(DossierId dossier) {
        return db.sql(
                        """
                        SELECT e.id, e.label, e.color FROM demarches.etiquette e
                          JOIN demarches.dossier_etiquette de ON de.etiquette = e.id
                         WHERE de.dossier = :dossier ORDER BY e.label
                        """)
                .param("dossier", dossier.value())
                .query(EtiquetteStore::etiquette)
                .list();
    }

    /** False when the procedure has one of that name. */
    public boolean add(DemarcheId demarche, String label, String color) {
        return db.sql(
                                """
                                INSERT INTO demarches.etiquette (demarche, label, color)
                                VALUES (:demarche, :label, :color) ON CONFLICT DO NOTHING
                                """)
                        .param("demarche", demarche.value())
                        .param("label", label)
                        .param("color", color)
                        .update()
                == 1;
    }

    /** False when the label is not one of the dossier's procedure. */
    public boolean stick(DossierId dossier, int etiquette) {
        return db.sql(
                                """
                                INSERT INTO demarches.dossier_etiquette (dossier, etiquette)
                                SELECT d.id, e.id FROM demarches.dossier d
                                  JOIN demarches.etiquette e ON e.demarche = d.demarche AND e.id = :etiquette
                                 WHERE d.id = :dossier
                                ON CONFLICT (dossier, etiquette) DO UPDATE SET etiquette = excluded.etiquette
                                """)
                        .param("dossier", dossier.value())
                        .param("etiquette", etiquette)
                        .update()
                == 1;
    }

    public void remove(DossierId dossier, int etiquette) {
        db.sql(
                        """
                        DELETE FROM demarches.dossier_etiquette
                         WHERE dossier = :dossier AND etiquette = :etiquette
                        """)
                .param("dossier", dossier.value())
                .param("etiquette", etiquette)
                .update();
    }

    static Etiquette etiquette(ResultSet row, int number) throws SQLException {
        return new Etiquette(row.getInt("id"), row.getString("label"), row.getString("color"));
    }
}
