package fr.socle.demarches.instruction;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.directory.AgentId;
import fr.socle.kernel.NumeroPublic;
import fr.socle.ui.access.Visitor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Orders over many dossiers, each with its list of dossiers. */
@Component
class TravailStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    TravailStore(JdbcClient db) {
        this.db = db;
    }

    /** As whom it is done: names only, because rights are read anew for each dossier. */
    private record AsWhom(UUID agent, String name, UUID organisation, String organisationName) {}

    /**
     * An order that this node works on.
     *
     * @param until when its lease ends: the node that still has it says so with each dossier
     */
    record Taken(UUID id, Visitor.Agent agent, Ordre ordre, Instant until) {}

    /** One dossier of an order. */
    record Item(int rank, DossierId dossier) {}

    void insert(
            UUID id,
            DemarcheId demarche,
            Visitor.Agent agent,
            Ordre ordre,
            List<DossierId> dossiers,
            Instant now) {
        var who =
                new AsWhom(
                        agent.agent(),
                        agent.name(),
                        agent.organisation(),
                        agent.organisationName());
        db.sql(
                        """
                        INSERT INTO demarches.travail (id, demarche, agent, visitor, kind, wish, asked_at)
                        VALUES (:id, :demarche, :agent, :visitor::jsonb, :kind, :wish::jsonb, :now)
                        """)
                .param("id", id)
                .param("demarche", demarche.value())
                .param("agent", agent.agent())
                .param("visitor", JSON.writeValueAsString(who))
                .param("kind", ordre.action().code())
                .param("wish", JSON.writeValueAsString(ordre))
                .param("now", Timestamp.from(now))
                .update();
        db.sql(
                        """
                        INSERT INTO demarches.travail_dossier (travail, rank, dossier)
                        SELECT :id, n, d FROM unnest(:dossiers::uuid[]) WITH ORDINALITY AS t (d, n)
                        """)
                .param("id", id)
                .param("dossiers", dossiers.stream().map(DossierId::value).toArray(UUID[]::new))
                .update();
    }

    /** The oldest order that no living node works on. */
    Optional<Taken> take(Instant now, Instant until) {
        return db.sql(
                        """
                        UPDATE demarches.travail SET taken_until = :until
                         WHERE id = (SELECT id FROM demarches.travail
                                      WHERE finished_at IS NULL AND (taken_until IS NULL OR taken_until < :now)
                                      ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id, visitor, wish, taken_until
                        """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query(TravailStore::taken)
                .optional();
    }

    Optional<Item> next(UUID travail) {
        return db.sql(
                        """
                        SELECT rank, dossier FROM demarches.travail_dossier
                         WHERE travail = :travail AND outcome IS NULL ORDER BY rank LIMIT 1
                        """)
                .param("travail", travail)
                .query(
                        (row, _) ->
                                new Item(
                                        row.getInt("rank"),
                                        new DossierId(row.getObject("dossier", UUID.class))))
                .optional();
    }

    /**
     * The fence: in the transaction that treats a dossier.
     *
     * @return false when another node has the order now: then nothing may be done
     */
    boolean renew(Taken taken, Instant until) {
        return db.sql(
                                """
                                UPDATE demarches.travail SET taken_until = :until
                                 WHERE id = :id AND taken_until = :mine AND finished_at IS NULL
                                """)
                        .param("until", Timestamp.from(until))
                        .param("id", taken.id())
                        .param("mine", Timestamp.from(taken.until()))
                        .update()
                == 1;
    }

    void settle(UUID travail, int rank, Travail.Outcome outcome) {
        db.sql(
                        """
                        UPDATE demarches.travail_dossier SET outcome = :outcome
                         WHERE travail = :travail AND rank = :rank AND outcome IS NULL
                        """)
                .param("outcome", outcome.code())
                .param("travail", travail)
                .param("rank", rank)
                .update();
    }

    void finish(UUID travail, Instant now) {
        db.sql("UPDATE demarches.travail SET finished_at = :now WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("id", travail)
                .update();
    }

    /** The agent's own; another's does not exist. */
    Optional<Travail> find(UUID id, AgentId agent) {
        var left = left(id);
        return db.sql(
                        """
                        SELECT t.id, t.demarche, t.agent, t.wish, t.asked_at, t.finished_at,
                               count(*) FILTER (WHERE i.outcome IS NULL) AS todo,
                               count(*) FILTER (WHERE i.outcome = 'fait') AS done
                          FROM demarches.travail t JOIN demarches.travail_dossier i ON i.travail = t.id
                         WHERE t.id = :id AND t.agent = :agent GROUP BY t.id
                        """)
                .param("id", id)
                .param("agent", agent.value())
                .query((row, _) -> travail(row, left))
                .optional();
    }

    /** Orders that were finished long ago. */
    void deleteBefore(Instant moment) {
        db.sql("DELETE FROM demarches.travail WHERE finished_at < :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }

    private List<Travail.Left> left(UUID travail) {
        return db.sql(
                        """
                        SELECT i.dossier, coalesce(d.number, '') AS number, i.outcome
                          FROM demarches.travail_dossier i LEFT JOIN demarches.dossier d ON d.id = i.dossier
                         WHERE i.travail = :travail AND i.outcome <> 'fait' ORDER BY i.rank
                        """)
                .param("travail", travail)
                .query(
                        (row, _) ->
                                new Travail.Left(
                                        row.getObject("dossier", UUID.class),
                                        formatted(row.getString("number")),
                                        row.getString("outcome")))
                .list();
    }

    private static String formatted(String number) {
        return number.isEmpty() ? "" : new NumeroPublic(number).formatted();
    }

    private static Taken taken(ResultSet row, int number) throws SQLException {
        var who = JSON.readValue(row.getString("visitor"), AsWhom.class);
        return new Taken(
                row.getObject("id", UUID.class),
                new Visitor.Agent(
                        who.agent(),
                        who.name(),
                        who.organisation(),
                        who.organisationName(),
                        Set.of(),
                        Set.of()),
                JSON.readValue(row.getString("wish"), Ordre.class),
                row.getTimestamp("taken_until").toInstant());
    }

    private static Travail travail(ResultSet row, List<Travail.Left> left) throws SQLException {
        var finished = row.getTimestamp("finished_at");
        return new Travail(
                row.getObject("id", UUID.class),
                new DemarcheId(row.getObject("demarche", UUID.class)),
                new AgentId(row.getObject("agent", UUID.class)),
                JSON.readValue(row.getString("wish"), Ordre.class),
                row.getLong("todo"),
                row.getLong("done"),
                left,
                row.getTimestamp("asked_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
