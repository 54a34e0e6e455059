package fr.socle.avis.store;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.OpinionQuarter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What opens the door to those who got their token by letter. */
@Component
public class TokenStore {

    /** A token that was announced. */
    public record Expected(DemarcheId demarche, OpinionQuarter quarter) {}

    private final JdbcClient db;

    TokenStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<Expected> find(byte[] digest) {
        return db.sql("SELECT demarche, quarter FROM avis.jeton WHERE digest = :digest")
                .param("digest", digest)
                .query(
                        (row, _) ->
                                new Expected(
                                        new DemarcheId(row.getObject("demarche", UUID.class)),
                                        new OpinionQuarter(row.getInt("quarter"))))
                .optional();
    }

    /**
     * Adds a batch and writes all tokens of the procedure anew in the order of their hashes, in the
     * caller's transaction: the new ones cannot be told from the older.
     */
    public void add(DemarcheId demarche, OpinionQuarter quarter, List<byte[]> digests) {
        db.sql(
                        """
                        WITH gone AS (DELETE FROM avis.jeton WHERE demarche = :demarche RETURNING digest, quarter)
                        INSERT INTO avis.jeton (digest, demarche, quarter)
                        SELECT digest, :demarche, quarter
                          FROM (SELECT digest, quarter FROM gone
                                UNION ALL
                                SELECT unnest(:digests::bytea[]), :quarter) AS all_of_them
                         ORDER BY digest
                        """)
                .param("demarche", demarche.value())
                .param("quarter", quarter.number())
                .param("digests", digests.toArray(byte[][]::new))
                .update();
    }

    /** Those that are good no longer. */
    public void eraseBefore(OpinionQuarter quarter) {
        db.sql("DELETE FROM avis.jeton WHERE quarter < :quarter")
                .param("quarter", quarter.number())
                .update();
    }
}
