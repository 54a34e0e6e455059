package fr.socle.demarches.figures;

import fr.socle.demarches.DemarcheFigures;
import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.RevisionId;
import fr.socle.demarches.builder.Revisions;
import fr.socle.directory.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the tables of dossiers. */
@Component
class StoredFigures implements DemarcheFigures {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final JdbcClient db;
    private final Revisions revisions;

    StoredFigures(JdbcClient db, Revisions revisions) {
        this.db = db;
        this.revisions = revisions;
    }

    @Override
    public List<Listed> all() {
        return db.sql(
                        """
                        SELECT id, organisation, slug, title, state = 'publiee' AS open
                          FROM demarches.demarche
                         WHERE state <> 'brouillon'
                         ORDER BY search_title, id
                        """)
                .query(StoredFigures::listed)
                .list();
    }

    private static Listed listed(ResultSet row, int rank) throws SQLException {
        return new Listed(
                new DemarcheId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                "/demarches/" + row.getString("slug"),
                row.getString("title"),
                row.getBoolean("open"));
    }

    @Override
    public Map<DemarcheId, Activity> between(LocalDate first, LocalDate last) {
        var asked = askedByHand(first, last);
        var found = new HashMap<DemarcheId, Activity>();
        db.sql(
                        """
                        SELECT demarche,
                               count(*) FILTER (WHERE deposited_at >= :from AND deposited_at < :to) AS deposits,
                               count(*) FILTER (WHERE decided_at >= :from AND decided_at < :to) AS decisions,
                               percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP
                                   (ORDER BY extract(epoch FROM decided_at - deposited_at) / 86400)
                                   FILTER (WHERE decided_at >= :from AND decided_at < :to) AS days,
                               (array_agg(revision ORDER BY deposited_at DESC))[1] AS revision
                          FROM demarches.dossier
                         WHERE (deposited_at >= :from AND deposited_at < :to)
                            OR (decided_at >= :from AND decided_at < :to)
                         GROUP BY demarche
                        """)
                .param("from", start(first))
                .param("to", start(last.plusDays(1)))
                .query(
                        row -> {
                            var id = new DemarcheId(row.getObject("demarche", UUID.class));
                            var revision = new RevisionId(row.getObject("revision", UUID.class));
                            found.put(id, activity(row, again(revision, asked.get(id))));
                        });
        return found;
    }

    private static Activity activity(ResultSet row, int again) throws SQLException {
        long decisions = row.getLong("decisions");
        var days = row.getArray("days");
        if (decisions < 3 || days == null) {
            return new Activity(row.getLong("deposits"), decisions, -1, -1, again);
        }
        var percentiles = (Double[]) days.getArray();
        return new Activity(
                row.getLong("deposits"),
                decisions,
                (int) Math.ceil(percentiles[0]),
                (int) Math.ceil(percentiles[1]),
                again);
    }

    private int again(RevisionId revision, @org.jspecify.annotations.Nullable Set<String> byHand) {
        var typed = byHand == null ? Set.<String>of() : byHand;
        return AskedAgain.count(revisions.definition(revision), typed);
    }

    /** The fields with a source that more than half of those whom they concerned had to fill. */
    private Map<DemarcheId, Set<String>> askedByHand(LocalDate first, LocalDate last) {
        var found = new HashMap<DemarcheId, Set<String>>();
        db.sql(
                        """
                        SELECT d.demarche, p.key AS champ
                          FROM demarches.dossier d,
                               LATERAL jsonb_each(d.reponses -> 'provenances') AS p
                         WHERE d.deposited_at >= :from AND d.deposited_at < :to
                         GROUP BY d.demarche, p.key
                        HAVING 2 * count(*) FILTER (WHERE p.value ->> 'kind' NOT IN ('federation', 'echange'))
                               > count(*)
                        """)
                .param("from", start(first))
                .param("to", start(last.plusDays(1)))
                .query(
                        row -> {
                            var id = new DemarcheId(row.getObject("demarche", UUID.class));
                            found.computeIfAbsent(id, _ -> new HashSet<>())
                                    .add(row.getString("champ"));
                        });
        return found;
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(PARIS).toInstant());
    }
}
