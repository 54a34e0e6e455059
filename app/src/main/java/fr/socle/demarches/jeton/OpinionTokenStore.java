package fr.socle.demarches.jeton;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.dossier.DossierId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which dossiers got their token, and nothing of the token. */
@Component
class OpinionTokenStore {

    /** Where a dossier stands; no row: it got none. */
    enum State {
        /** Its letter leaves with those of the night. */
        ASKED,
        GIVEN
    }

    private final JdbcClient db;

    OpinionTokenStore(JdbcClient db) {
        this.db = db;
    }

    Optional<State> find(DossierId dossier) {
        return db.sql("SELECT upper(state) FROM demarches.jeton_avis WHERE dossier = :dossier")
                .param("dossier", dossier.value())
                .query(String.class)
                .optional()
                .map(State::valueOf);
    }

    /** False when the dossier has its token already, or waits for it: then nothing changes. */
    boolean add(DossierId dossier, DemarcheId demarche, State state) {
        return db.sql(
                                """
                                INSERT INTO demarches.jeton_avis (dossier, demarche, state)
                                VALUES (:dossier, :demarche, lower(:state))
                                ON CONFLICT DO NOTHING
                                """)
                        .param("dossier", dossier.value())
                        .param("demarche", demarche.value())
                        .param("state", state.name())
                        .update()
                == 1;
    }

    /** True for one node a day. */
    boolean beginRound(LocalDate day) {
        return db.sql("UPDATE demarches.jeton_avis_ronde SET day = :day WHERE day < :day")
                        .param("day", day)
                        .update()
                == 1;
    }

    /** Those that wait for their letter; they count as given from now on. */
    List<DossierId> takeAsked() {
        return db.sql(
                        "UPDATE demarches.jeton_avis SET state = 'given' WHERE state = 'asked' RETURNING dossier")
                .query((row, _) -> new DossierId(row.getObject("dossier", UUID.class)))
                .list();
    }

    /** Forgets the dossiers that are kept no longer. */
    void purge() {
        db.sql(
                        """
                        DELETE FROM demarches.jeton_avis j
                         WHERE NOT EXISTS (SELECT FROM demarches.dossier d WHERE d.id = j.dossier)
                        """)
                .update();
    }

    /** Writes the rows of the procedures that moved anew, so that their order says nothing. */
    void shuffle() {
        db.sql(
                        """
                        WITH moved AS (SELECT DISTINCT demarche FROM demarches.jeton_avis WHERE fresh),
                        gone AS (DELETE FROM demarches.jeton_avis WHERE demarche IN (SELECT demarche FROM moved)
                                 RETURNING dossier, demarche, state)
                        INSERT INTO demarches.jeton_avis (dossier, demarche, state, fresh)
                        SELECT dossier, demarche, state, false FROM gone ORDER BY dossier
                        """)
                .update();
    }
}
