package fr.socle.demarches.export;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.RevisionId;
import fr.socle.demarches.liste.Rang;
import fr.socle.ui.access.Visitor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Exports, and how far each has come; their lines are in {@link LigneStore}. */
@Component
class ExportStore {

    /** Decimals stay as they were written. */
    static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final TypeReference<List<String>> HEADINGS = new TypeReference<>() {};

    private static final String COLUMNS =
            """
            SELECT id, demarche, title, headings, found, read, unreadable, asked_at, all_found_at, finished_at
              FROM demarches.export
            """;

    private final JdbcClient db;

    ExportStore(JdbcClient db) {
        this.db = db;
    }

    /** As whom it is read: names only, because rights are read anew for each lot. */
    private record AsWhom(UUID agent, String name, UUID organisation, String organisationName) {}

    /**
     * An export that this node works on.
     *
     * @param after the last dossier that was found; null: none yet
     * @param until when its lease ends: the node that still has it says so with each lot
     */
    record Taken(
            UUID id,
            DemarcheId demarche,
            RevisionId revision,
            Visitor.Agent agent,
            Scope scope,
            int read,
            @Nullable Rang after,
            boolean allFound,
            Instant until) {}

    void insert(
            UUID id,
            PublishedRevision asked,
            Visitor.Agent agent,
            Scope scope,
            List<String> headings,
            Instant now) {
        var who =
                new AsWhom(
                        agent.agent(),
                        agent.name(),
                        agent.organisation(),
                        agent.organisationName());
        db.sql(
                        """
                        INSERT INTO demarches.export (id, demarche, revision, agent, organisation, visitor, title, scope,
                                                      headings, asked_at)
                        VALUES (:id, :demarche, :revision, :agent, :organisation, :visitor::jsonb, :title, :scope::jsonb,
                                :headings::jsonb, :now)
                        """)
                .param("id", id)
                .param("demarche", asked.demarche().value())
                .param("revision", asked.id().value())
                .param("agent", agent.agent())
                .param("organisation", agent.organisation())
                .param("visitor", JSON.writeValueAsString(who))
                .param("title", asked.facts().title())
                .param("scope", JSON.writeValueAsString(scope))
                .param("headings", JSON.writeValueAsString(headings))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** All but the agent's last ones of this procedure go. */
    void keepLast(DemarcheId demarche, Visitor.Agent agent, int most) {
        db.sql(
                        """
                        DELETE FROM demarches.export
                         WHERE id IN (SELECT id FROM demarches.export WHERE agent = :agent AND demarche = :demarche
                                       ORDER BY asked_at DESC, id OFFSET :most)
                        """)
                .param("agent", agent.agent())
                .param("demarche", demarche.value())
                .param("most", most)
                .update();
    }

    /** The oldest one that no living node works on. */
    Optional<Taken> take(Instant now, Instant until) {
        return db.sql(
                        """
                        UPDATE demarches.export SET taken_until = :until
                         WHERE id = (SELECT id FROM demarches.export
                                      WHERE finished_at IS NULL AND (taken_until IS NULL OR taken_until < :now)
                                      ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query(ExportStore::taken)
                .optional();
    }

    /**
     * The fence: in the transaction that treats a lot.
     *
     * @return empty when another node has the export now, or it was given up: then nothing may be
     *     done
     */
    Optional<Taken> renew(Taken taken, Instant until) {
        return db.sql(
                        """
                        UPDATE demarches.export SET taken_until = :until
                         WHERE id = :id AND taken_until = :mine AND finished_at IS NULL
                        RETURNING *
                        """)
                .param("until", Timestamp.from(until))
                .param("id", taken.id())
                .param("mine", Timestamp.from(taken.until()))
                .query(ExportStore::taken)
                .optional();
    }

    void found(UUID id, int more, Rang last) {
        db.sql("UPDATE demarches.export SET found = found + :more, place = :place WHERE id = :id")
                .param("more", more)
                .param("place", last.cursor())
                .param("id", id)
                .update();
    }

    void allFound(UUID id, Instant now) {
        db.sql("UPDATE demarches.export SET all_found_at = :now WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /**
     * @param upTo the rank of the last dossier that was looked at
     */
    void read(UUID id, int upTo, int unreadable) {
        db.sql(
                        """
                        UPDATE demarches.export SET read = :read, unreadable = unreadable + :unreadable WHERE id = :id
                        """)
                .param("read", upTo)
                .param("unreadable", unreadable)
                .param("id", id)
                .update();
    }

    void finish(UUID id, Instant now) {
        db.sql("UPDATE demarches.export SET finished_at = :now, read = found WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** The agent's own, of the organisation for which he works now; another's does not exist. */
    Optional<Export> find(UUID id, Visitor.Agent agent, Instant after) {
        return db.sql(
                        COLUMNS
                                + " WHERE id = :id AND agent = :agent AND organisation = :organisation"
                                + " AND asked_at > :after")
                .param("id", id)
                .param("agent", agent.agent())
                .param("organisation", agent.organisation())
                .param("after", Timestamp.from(after))
                .query(ExportStore::export)
                .optional();
    }

    /** The agent's own of a procedure, the newest first. */
    List<Export> of(DemarcheId demarche, Visitor.Agent agent, Instant after) {
        return db.sql(
                        COLUMNS
                                + " WHERE agent = :agent AND organisation = :organisation AND demarche = :demarche"
                                + " AND asked_at > :after ORDER BY asked_at DESC, id")
                .param("agent", agent.agent())
                .param("organisation", agent.organisation())
                .param("demarche", demarche.value())
                .param("after", Timestamp.from(after))
                .query(ExportStore::export)
                .list();
    }

    void delete(UUID id, Visitor.Agent agent) {
        db.sql("DELETE FROM demarches.export WHERE id = :id AND agent = :agent")
                .param("id", id)
                .param("agent", agent.agent())
                .update();
    }

    int deleteBefore(Instant moment) {
        return db.sql("DELETE FROM demarches.export WHERE asked_at <= :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }

    private static Taken taken(ResultSet row, int number) throws SQLException {
        var who = JSON.readValue(row.getString("visitor"), AsWhom.class);
        return new Taken(
                row.getObject("id", UUID.class),
                new DemarcheId(row.getObject("demarche", UUID.class)),
                new RevisionId(row.getObject("revision", UUID.class)),
                new Visitor.Agent(
                        who.agent(),
                        who.name(),
                        who.organisation(),
                        who.organisationName(),
                        Set.of(),
                        Set.of()),
                JSON.readValue(row.getString("scope"), Scope.class),
                row.getInt("read"),
                Rang.read(row.getString("place")).orElse(null),
                row.getTimestamp("all_found_at") != null,
                row.getTimestamp("taken_until").toInstant());
    }

    private static Export export(ResultSet row, int number) throws SQLException {
        return new Export(
                row.getObject("id", UUID.class),
                new DemarcheId(row.getObject("demarche", UUID.class)),
                row.getString("title"),
                JSON.readValue(row.getString("headings"), HEADINGS),
                row.getInt("found"),
                row.getInt("read"),
                row.getInt("unreadable"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "all_found_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
