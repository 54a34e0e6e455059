package fr.socle.demarches.publication;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.RevisionId;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.demarches.dossier.ReponsesJson;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts under their revisions, and what found no place in the newest one. */
@Component
class RebaseStore {

    private final JdbcClient db;

    RebaseStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A draft's answers under the revision that they answer.
     *
     * @param revision of the procedure
     */
    record Draft(RevisionId revision, Reponses reponses) {}

    /**
     * Opening a draft is no work in it: the day of its last change stays.
     *
     * @return false when it is not at this version any more, or no draft
     */
    boolean move(DossierId id, long version, RevisionId revision, Reponses reponses) {
        return db.sql(
                                """
                                UPDATE demarches.dossier
                                   SET revision = :revision, reponses = :reponses::jsonb, version = version + 1
                                 WHERE id = :id AND version = :version AND state = 'brouillon'
                                """)
                        .param("revision", revision.value())
                        .param("reponses", ReponsesJson.write(reponses))
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    void add(DossierId id, List<SetAside> aside, Instant now) {
        for (var it : aside) {
            db.sql(
                            """
                            INSERT INTO demarches.reponse_ecartee (dossier, label, line, motif, at)
                            VALUES (:dossier, :label, :line, :motif, :at)
                            """)
                    .param("dossier", id.value())
                    .param("label", it.label())
                    .param("line", it.line())
                    .param("motif", it.motif().code())
                    .param("at", Timestamp.from(now))
                    .update();
        }
    }

    List<SetAside> of(DossierId id) {
        return db.sql(
                        """
                        SELECT label, line, motif FROM demarches.reponse_ecartee WHERE dossier = :dossier ORDER BY rank
                        """)
                .param("dossier", id.value())
                .query(
                        (row, _) ->
                                new SetAside(
                                        row.getString("label"),
                                        row.getString("line"),
                                        SetAside.Motif.of(row.getString("motif"))))
                .list();
    }

    void forget(DossierId id) {
        db.sql("DELETE FROM demarches.reponse_ecartee WHERE dossier = :dossier")
                .param("dossier", id.value())
                .update();
    }

    long drafts(DemarcheId demarche) {
        return count(demarche, "state = 'brouillon'");
    }

    /** Deposited, and not decided. */
    long waiting(DemarcheId demarche) {
        return count(demarche, "state IN ('en-construction', 'en-instruction')");
    }

    private long count(DemarcheId demarche, String which) {
        return db.sql(
                        "SELECT count(*) FROM demarches.dossier WHERE demarche = :demarche AND "
                                + which)
                .param("demarche", demarche.value())
                .query(Long.class)
                .single();
    }

    /** The drafts that were written in last, without their persons. */
    List<Draft> latest(DemarcheId demarche, int most) {
        return db.sql(
                        """
                        SELECT revision, reponses FROM demarches.dossier
                         WHERE demarche = :demarche AND state = 'brouillon'
                         ORDER BY changed_at DESC LIMIT :most
                        """)
                .param("demarche", demarche.value())
                .param("most", most)
                .query(
                        (row, _) ->
                                new Draft(
                                        new RevisionId(row.getObject("revision", UUID.class)),
                                        ReponsesJson.read(row.getString("reponses"))))
                .list();
    }
}
