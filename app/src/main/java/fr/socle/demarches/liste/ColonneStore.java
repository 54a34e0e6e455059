package fr.socle.demarches.liste;

import fr.socle.demarches.DemarcheId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers of columns. They never change, so each node keeps those that it read. */
@Component
class ColonneStore {

    private final JdbcClient db;
    private final Map<Column, Integer> known = new ConcurrentHashMap<>();

    private record Column(DemarcheId demarche, String code) {}

    ColonneStore(JdbcClient db) {
        this.db = db;
    }

    /** Of each code its number, given now to those that have none. */
    Map<String, Integer> ids(DemarcheId demarche, Collection<String> codes) {
        var ids = new HashMap<String, Integer>();
        // in one order, so that two deposits that number new columns never wait for each other
        for (var code : new TreeSet<>(codes)) {
            var id = known.get(new Column(demarche, code));
            ids.put(code, id == null ? find(demarche, code) : id);
        }
        return ids;
    }

    int id(DemarcheId demarche, Colonne column) {
        return ids(demarche, List.of(column.code())).values().iterator().next();
    }

    /**
     * Not kept before it is read again: the transaction that gives a number may yet be rolled back.
     */
    private int find(DemarcheId demarche, String code) {
        var present = read(demarche, code);
        if (present.isPresent()) {
            known.put(new Column(demarche, code), present.get());
            return present.get();
        }
        db.sql(
                        """
                        INSERT INTO demarches.colonne (demarche, code) VALUES (:demarche, :code)
                        ON CONFLICT DO NOTHING
                        """)
                .param("demarche", demarche.value())
                .param("code", code)
                .update();
        return read(demarche, code).orElseThrow();
    }

    private Optional<Integer> read(DemarcheId demarche, String code) {
        return db.sql(
                        "SELECT id FROM demarches.colonne WHERE demarche = :demarche AND code = :code")
                .param("demarche", demarche.value())
                .param("code", code)
                .query(Integer.class)
                .optional();
    }
}
