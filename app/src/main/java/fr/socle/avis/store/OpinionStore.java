package fr.socle.avis.store;

import fr.socle.avis.Grade;
import fr.socle.avis.Indicators;
import fr.socle.avis.Satisfaction;
import fr.socle.demarches.DemarcheId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opinions, and what they amount to. */
@Component
public class OpinionStore {

    private static final String COUNTS =
            """
            count(*) FILTER (WHERE o.satisfaction = 'good') AS s_good,
            count(*) FILTER (WHERE o.satisfaction = 'medium') AS s_medium,
            count(*) FILTER (WHERE o.satisfaction = 'bad') AS s_bad,
            count(*) FILTER (WHERE o.comprehension = 'very_good') AS c_very_good,
            count(*) FILTER (WHERE o.comprehension = 'good') AS c_good,
            count(*) FILTER (WHERE o.comprehension = 'medium') AS c_medium,
            count(*) FILTER (WHERE o.comprehension = 'bad') AS c_bad,
            count(*) FILTER (WHERE o.comprehension = 'very_bad') AS c_very_bad,
            count(*) FILTER (WHERE o.contact_reached) AS reached,
            count(*) FILTER (WHERE NOT o.contact_reached) AS not_reached,
            count(*) FILTER (WHERE o.contact_satisfaction = 'very_good') AS h_very_good,
            count(*) FILTER (WHERE o.contact_satisfaction = 'good') AS h_good,
            count(*) FILTER (WHERE o.contact_satisfaction = 'medium') AS h_medium,
            count(*) FILTER (WHERE o.contact_satisfaction = 'bad') AS h_bad,
            count(*) FILTER (WHERE o.contact_satisfaction = 'very_bad') AS h_very_bad,
            count(*) FILTER (WHERE o.contact_tried <> '{}') AS tried,
            count(*) FILTER (WHERE 'none' = ANY (o.contact_tried)) AS alone,
            count(o.id) AS opinions
            """;

    private record Judged(DemarcheId demarche, Indicators indicators) {}

    private final JdbcClient db;

    OpinionStore(JdbcClient db) {
        this.db = db;
    }

    /** Marks a token as used; false when it was already. In the caller's transaction. */
    public boolean use(byte[] digest) {
        return db.sql(
                                "INSERT INTO avis.used_token (digest) VALUES (:digest) ON CONFLICT DO NOTHING")
                        .param("digest", digest)
                        .update()
                == 1;
    }

    public boolean isUsed(byte[] digest) {
        return db.sql("SELECT EXISTS (SELECT FROM avis.used_token WHERE digest = :digest)")
                .param("digest", digest)
                .query(Boolean.class)
                .single();
    }

    public void add(DemarcheId demarche, LocalDate day, Opinion opinion) {
        db.sql(
                        """
                INSERT INTO avis.opinion (demarche, day, satisfaction, comprehension, contact_tried,
                                          contact_reached, contact_satisfaction, verbatim)
                VALUES (:demarche, :day, :satisfaction, :comprehension, :tried, :reached, :help, :verbatim)
                """)
                .param("demarche", demarche.value())
                .param("day", day)
                .param("satisfaction", opinion.satisfaction().code())
                .param("comprehension", code(opinion.clarity()))
                .param("tried", opinion.tried().toArray(String[]::new))
                .param("reached", opinion.reached())
                .param("help", code(opinion.help()))
                .param("verbatim", opinion.verbatim())
                .update();
    }

    public void addDecision(DemarcheId demarche, LocalDate day) {
        db.sql("INSERT INTO avis.decision (demarche, day) VALUES (:demarche, :day)")
                .param("demarche", demarche.value())
                .param("day", day)
                .update();
    }

    public Indicators overall() {
        return db.sql(
                        "SELECT "
                                + COUNTS
                                + ", (SELECT count(*) FROM avis.decision) AS decisions FROM avis.opinion o")
                .query((row, _) -> indicators(row))
                .single();
    }

    public Indicators of(DemarcheId demarche) {
        return db.sql(
                        "SELECT "
                                + COUNTS
                                + ", (SELECT count(*) FROM avis.decision WHERE demarche = :demarche) AS decisions"
                                + " FROM avis.opinion o WHERE o.demarche = :demarche")
                .param("demarche", demarche.value())
                .query((row, _) -> indicators(row))
                .single();
    }

    public Map<DemarcheId, Indicators> byService() {
        return db
                .sql(
                        "SELECT demarche, coalesce(max(d.decisions), 0) AS decisions, "
                                + COUNTS
                                + """
                                FROM avis.opinion o
                                FULL JOIN (SELECT demarche, count(*) AS decisions FROM avis.decision GROUP BY demarche) d
                                     USING (demarche)
                                GROUP BY demarche
                                """)
                .query((row, _) -> judged(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Judged::demarche, Judged::indicators));
    }

    private static Judged judged(ResultSet row) throws SQLException {
        return new Judged(new DemarcheId(row.getObject("demarche", UUID.class)), indicators(row));
    }

    private static Indicators indicators(ResultSet row) throws SQLException {
        return new Indicators(
                row.getLong("opinions"),
                row.getLong("decisions"),
                satisfaction(row),
                grades(row, "c_"),
                row.getLong("reached"),
                row.getLong("not_reached"),
                grades(row, "h_"),
                row.getLong("tried"),
                row.getLong("alone"));
    }

    private static Map<Satisfaction, Long> satisfaction(ResultSet row) throws SQLException {
        var counts = new EnumMap<Satisfaction, Long>(Satisfaction.class);
        for (var it : Satisfaction.values()) {
            counts.put(it, row.getLong("s_" + it.code()));
        }
        return counts;
    }

    private static Map<Grade, Long> grades(ResultSet row, String prefix) throws SQLException {
        var counts = new EnumMap<Grade, Long>(Grade.class);
        for (var it : Grade.values()) {
            counts.put(it, row.getLong(prefix + it.code()));
        }
        return counts;
    }

    private static @Nullable String code(@Nullable Grade grade) {
        return grade == null ? null : grade.code();
    }
}
