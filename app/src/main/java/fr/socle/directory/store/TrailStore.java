package fr.socle.directory.store;

import fr.socle.directory.HistoryLine;
import fr.socle.directory.Listing;
import fr.socle.directory.OrganisationId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the journal told of each organisation. */
@Component
public class TrailStore {

    /** A line without names. */
    public record Line(
            long index,
            OrganisationId organisation,
            String kind,
            Instant writtenAt,
            YearMonth purge,
            @Nullable UUID actor,
            String actorKind,
            @Nullable UUID agent,
            String detail) {}

    private final JdbcClient db;

    TrailStore(JdbcClient db) {
        this.db = db;
    }

    /** Twice is once: a projection may be rebuilt. */
    public void keep(Line line) {
        db.sql(
                        """
                        INSERT INTO directory.trail
                               (index, organisation, kind, written_at, purge_month, actor, actor_kind, agent, detail)
                        VALUES (:index, :organisation, :kind, :written, :purge, :actor, :actorKind, :agent, :detail)
                        ON CONFLICT (index) DO NOTHING
                        """)
                .param("index", line.index())
                .param("organisation", line.organisation().value())
                .param("kind", line.kind())
                .param("written", Timestamp.from(line.writtenAt()))
                .param("purge", line.purge().atDay(1))
                .param("actor", line.actor(), Types.OTHER)
                .param("actorKind", line.actorKind())
                .param("agent", line.agent(), Types.OTHER)
                .param("detail", line.detail())
                .update();
    }

    public void drop(long index) {
        db.sql("DELETE FROM directory.trail WHERE index = :index").param("index", index).update();
    }

    /** Everything that was to be kept until this month. */
    public void dropUntil(YearMonth month) {
        db.sql("DELETE FROM directory.trail WHERE purge_month <= :month")
                .param("month", month.atDay(1))
                .update();
    }

    /** The history of an organisation, the newest first. */
    public Listing<HistoryLine> of(OrganisationId organisation, int size, long offset) {
        var total =
                db.sql("SELECT count(*) FROM directory.trail WHERE organisation = :organisation")
                        .param("organisation", organisation.value())
                        .query(Long.class)
                        .single();
        var lines =
                db.sql(
                                """
                                SELECT t.index, t.kind, t.written_at, t.actor_kind, t.detail,
                                       coalesce(a.name, k.label, '') AS actor_name, coalesce(g.name, '') AS agent_name
                                  FROM directory.trail t
                                  LEFT JOIN directory.agent a ON a.id = t.actor
                                  LEFT JOIN directory.api_token k ON k.id = t.actor
                                  LEFT JOIN directory.agent g ON g.id = t.agent
                                 WHERE t.organisation = :organisation
                                 ORDER BY t.index DESC LIMIT :size OFFSET :offset
                                """)
                        .param("organisation", organisation.value())
                        .param("size", size)
                        .param("offset", offset)
                        .query(
                                (row, _) ->
                                        new HistoryLine(
                                                row.getLong("index"),
                                                row.getString("kind"),
                                                row.getTimestamp("written_at").toInstant(),
                                                row.getString("actor_name"),
                                                row.getString("actor_kind"),
                                                row.getString("agent_name"),
                                                row.getString("detail")))
                        .list();
        return new Listing<>(lines, total);
    }
}
