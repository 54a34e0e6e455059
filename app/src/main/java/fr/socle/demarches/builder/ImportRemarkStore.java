package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.Imported.Remark;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became something else when a procedure was read from a file. */
@Component
class ImportRemarkStore {

    private final JdbcClient db;

    ImportRemarkStore(JdbcClient db) {
        this.db = db;
    }

    void insert(DemarcheId demarche, List<Remark> remarks) {
        db.sql(
                        """
                        INSERT INTO demarches.import_remark (demarche, position, label, type, key)
                        SELECT :demarche, r.position, r.label, r.type, r.key
                          FROM unnest(:labels, :types, :keys)
                               WITH ORDINALITY AS r (label, type, key, position)
                        """)
                .param("demarche", demarche.value())
                .param("labels", remarks.stream().map(Remark::label).toArray(String[]::new))
                .param("types", remarks.stream().map(Remark::type).toArray(String[]::new))
                .param("keys", remarks.stream().map(Remark::key).toArray(String[]::new))
                .update();
    }

    List<Remark> of(DemarcheId demarche) {
        return db.sql(
                        """
                        SELECT label, type, key
                          FROM demarches.import_remark
                         WHERE demarche = :demarche
                         ORDER BY position
                        """)
                .param("demarche", demarche.value())
                .query(
                        (row, rank) ->
                                new Remark(
                                        row.getString("label"),
                                        row.getString("type"),
                                        row.getString("key")))
                .list();
    }
}
