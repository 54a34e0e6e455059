package fr.socle.demarches.groupe;

import fr.socle.demarches.dossier.DossierId;
import fr.socle.directory.AgentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has each dossier. Nothing here touches what the dossier says, nor its version. */
@Component
public class AffectationStore {

    private final JdbcClient db;

    AffectationStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<Affectation> of(DossierId dossier) {
        return db.sql(
                        """
                        SELECT g.id, d.groupe_forced, d.instructeur,
                               ARRAY(SELECT s.agent FROM demarches.suivi s WHERE s.dossier = d.id) AS followers
                          FROM demarches.dossier d
                          JOIN demarches.groupe g
                            ON g.demarche = d.demarche AND (g.id = d.groupe OR (d.groupe IS NULL AND g.rank = 0))
                         WHERE d.id = :dossier
                        """)
                .param("dossier", dossier.value())
                .query(AffectationStore::affectation)
                .optional();
    }

    /** What a rule decides: it never moves a dossier that an agent has moved. */
    public void route(DossierId dossier, Groupe groupe) {
        db.sql(
                        """
                        UPDATE demarches.dossier SET groupe = :groupe
                         WHERE id = :dossier AND NOT groupe_forced AND groupe IS DISTINCT FROM :groupe
                        """)
                .param("groupe", stored(groupe), Types.OTHER)
                .param("dossier", dossier.value())
                .update();
    }

    /**
     * What an agent decides; whoever had the dossier in the other group has it no longer.
     *
     * @return false when another was faster: the dossier is not in the group where he saw it
     */
    public boolean move(DossierId dossier, GroupeId from, Groupe to) {
        return db.sql(
                                """
                                UPDATE demarches.dossier d SET groupe = :to, groupe_forced = true, instructeur = NULL
                                  FROM demarches.groupe g
                                 WHERE d.id = :dossier AND g.id = :from AND g.demarche = d.demarche
                                   AND (d.groupe = g.id OR (d.groupe IS NULL AND g.rank = 0))
                                """)
                        .param("to", stored(to), Types.OTHER)
                        .param("from", from.value())
                        .param("dossier", dossier.value())
                        .update()
                == 1;
    }

    /** Null: nobody in particular. */
    public void assign(DossierId dossier, @Nullable AgentId agent) {
        db.sql("UPDATE demarches.dossier SET instructeur = :agent WHERE id = :dossier")
                .param("agent", agent == null ? null : agent.value(), Types.OTHER)
                .param("dossier", dossier.value())
                .update();
    }

    /** Only a decided dossier goes out of the lists. False when it is not one. */
    public boolean archive(DossierId dossier, boolean archived) {
        return db.sql(
                                """
                                UPDATE demarches.dossier SET archived = :archived
                                 WHERE id = :dossier AND decided_at IS NOT NULL
                                """)
                        .param("archived", archived)
                        .param("dossier", dossier.value())
                        .update()
                == 1;
    }

    public void follow(DossierId dossier, AgentId agent, Instant now) {
        db.sql(
                        """
                        INSERT INTO demarches.suivi (dossier, agent, since) VALUES (:dossier, :agent, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("dossier", dossier.value())
                .param("agent", agent.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    public void unfollow(DossierId dossier, AgentId agent) {
        db.sql("DELETE FROM demarches.suivi WHERE dossier = :dossier AND agent = :agent")
                .param("dossier", dossier.value())
                .param("agent", agent.value())
                .update();
    }

    /** Because the rows of the default group's dossiers name none. */
    private static @Nullable UUID stored(Groupe groupe) {
        return groupe.byDefault() ? null : groupe.id().value();
    }

    private static Affectation affectation(ResultSet row, int number) throws SQLException {
        var instructeur = row.getObject("instructeur", UUID.class);
        var followers = (UUID[]) row.getArray("followers").getArray();
        return new Affectation(
                new GroupeId(row.getObject("id", UUID.class)),
                row.getBoolean("groupe_forced"),
                instructeur == null ? null : new AgentId(instructeur),
                Arrays.stream(followers).map(AgentId::new).collect(Collectors.toSet()));
    }
}
