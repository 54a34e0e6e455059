package fr.socle.demarches.liste;

import fr.socle.demarches.DemarcheId;
import fr.socle.directory.AgentId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists that agents keep under a name, each for himself. */
@Component
public class FiltreStore {

    public static final int LONGEST_LABEL = 80;
    public static final int LONGEST_QUERY = 4000;

    private static final int MOST = 30;

    private final JdbcClient db;

    FiltreStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A kept list.
     *
     * @param query of the list's address
     */
    public record Kept(UUID id, String label, String query) {}

    public List<Kept> of(AgentId agent, DemarcheId demarche) {
        return db.sql(
                        """
                        SELECT id, label, query FROM demarches.filtre
                         WHERE agent = :agent AND demarche = :demarche ORDER BY label LIMIT :most
                        """)
                .param("agent", agent.value())
                .param("demarche", demarche.value())
                .param("most", MOST)
                .query(
                        (row, _) ->
                                new Kept(
                                        row.getObject("id", UUID.class),
                                        row.getString("label"),
                                        row.getString("query")))
                .list();
    }

    /** Under a name that he used before it replaces what he kept. */
    public void keep(AgentId agent, DemarcheId demarche, String label, String query) {
        db.sql(
                        """
                        INSERT INTO demarches.filtre (id, agent, demarche, label, query)
                        VALUES (:id, :agent, :demarche, :label, :query)
                        ON CONFLICT (agent, demarche, label) DO UPDATE SET query = excluded.query
                        """)
                .param("id", UUID.randomUUID())
                .param("agent", agent.value())
                .param("demarche", demarche.value())
                .param("label", label)
                .param("query", query)
                .update();
    }

    /** Nothing happens when it is another's. */
    public void forget(AgentId agent, UUID id) {
        db.sql("DELETE FROM demarches.filtre WHERE id = :id AND agent = :agent")
                .param("id", id)
                .param("agent", agent.value())
                .update();
    }
}
