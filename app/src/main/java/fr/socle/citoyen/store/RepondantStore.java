package fr.socle.citoyen.store;

import fr.socle.directory.OrganisationId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which organisation answers for a data set; a handful of rows. */
@Component
public class RepondantStore {

    private final JdbcClient db;

    RepondantStore(JdbcClient db) {
        this.db = db;
    }

    public Map<String, OrganisationId> all() {
        return db
                .sql("SELECT data_set, organisation FROM citoyen.repondant")
                .query(
                        (row, _) ->
                                Map.entry(
                                        row.getString("data_set"),
                                        new OrganisationId(
                                                row.getObject("organisation", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** False when nothing changed. */
    public boolean set(String dataSet, Optional<OrganisationId> organisation) {
        return organisation.map(it -> put(dataSet, it)).orElseGet(() -> remove(dataSet));
    }

    private boolean put(String dataSet, OrganisationId organisation) {
        return db.sql(
                                """
                                INSERT INTO citoyen.repondant (data_set, organisation) VALUES (:set, :organisation)
                                ON CONFLICT (data_set) DO UPDATE SET organisation = excluded.organisation
                                 WHERE citoyen.repondant.organisation <> excluded.organisation
                                """)
                        .param("set", dataSet)
                        .param("organisation", organisation.value())
                        .update()
                == 1;
    }

    private boolean remove(String dataSet) {
        return db.sql("DELETE FROM citoyen.repondant WHERE data_set = :set")
                        .param("set", dataSet)
                        .update()
                == 1;
    }
}
