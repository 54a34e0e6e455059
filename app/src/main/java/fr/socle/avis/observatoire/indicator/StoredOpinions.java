package fr.socle.avis.observatoire.indicator;

import fr.socle.avis.Grade;
import fr.socle.avis.Indicators;
import fr.socle.avis.Marked;
import fr.socle.avis.Satisfaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts opinions where they lie. */
@Component
class StoredOpinions implements Opinions {

    private static final String COUNTS =
            """
            SELECT demarche,
                   count(*) FILTER (WHERE satisfaction = 'good') AS s_good,
                   count(*) FILTER (WHERE satisfaction = 'medium') AS s_medium,
                   count(*) FILTER (WHERE satisfaction = 'bad') AS s_bad,
                   count(*) FILTER (WHERE comprehension = 'very_good') AS c_very_good,
                   count(*) FILTER (WHERE comprehension = 'good') AS c_good,
                   count(*) FILTER (WHERE comprehension = 'medium') AS c_medium,
                   count(*) FILTER (WHERE comprehension = 'bad') AS c_bad,
                   count(*) FILTER (WHERE comprehension = 'very_bad') AS c_very_bad,
                   count(*) FILTER (WHERE contact_reached) AS reached,
                   count(*) FILTER (WHERE NOT contact_reached) AS not_reached,
                   count(*) FILTER (WHERE contact_satisfaction = 'very_good') AS h_very_good,
                   count(*) FILTER (WHERE contact_satisfaction = 'good') AS h_good,
                   count(*) FILTER (WHERE contact_satisfaction = 'medium') AS h_medium,
                   count(*) FILTER (WHERE contact_satisfaction = 'bad') AS h_bad,
                   count(*) FILTER (WHERE contact_satisfaction = 'very_bad') AS h_very_bad,
                   count(*) FILTER (WHERE contact_tried <> '{}') AS tried,
                   count(*) FILTER (WHERE 'none' = ANY (contact_tried)) AS alone,
                   count(*) AS opinions
              FROM avis.opinion
             WHERE day BETWEEN :first AND :last AND (:one::uuid IS NULL OR demarche = :one)
             GROUP BY demarche
            """;

    private static final String DECISIONS =
            """
            SELECT demarche, count(*) AS decisions
              FROM avis.decision
             WHERE day BETWEEN :first AND :last AND (:one::uuid IS NULL OR demarche = :one)
             GROUP BY demarche
            """;

    private final JdbcClient db;

    StoredOpinions(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<UUID, Marks> between(LocalDate first, LocalDate last) {
        return marks(null, first, last);
    }

    @Override
    public Marks of(UUID demarche, LocalDate first, LocalDate last) {
        return marks(demarche, first, last).getOrDefault(demarche, Marks.NONE);
    }

    private Map<UUID, Marks> marks(@Nullable UUID one, LocalDate first, LocalDate last) {
        var decisions = new HashMap<UUID, Long>();
        query(DECISIONS, one, first, last)
                .query(
                        row -> {
                            decisions.put(demarche(row), row.getLong("decisions"));
                        });
        var found = new HashMap<UUID, Marks>();
        query(COUNTS, one, first, last)
                .query(
                        row -> {
                            var asked = decisions.getOrDefault(demarche(row), 0L);
                            found.put(demarche(row), marks(row, asked));
                        });
        return found;
    }

    private JdbcClient.StatementSpec query(
            String sql, @Nullable UUID one, LocalDate first, LocalDate last) {
        return db.sql(sql).param("one", one).param("first", first).param("last", last);
    }

    private static UUID demarche(ResultSet row) throws SQLException {
        return row.getObject("demarche", UUID.class);
    }

    private static Marks marks(ResultSet row, long decisions) throws SQLException {
        var satisfaction = new EnumMap<Satisfaction, Long>(Satisfaction.class);
        for (var it : Satisfaction.values()) {
            satisfaction.put(it, row.getLong("s_" + it.code()));
        }
        var clarity = grades(row, "c_");
        var all =
                new Indicators(
                        row.getLong("opinions"),
                        decisions,
                        satisfaction,
                        clarity,
                        row.getLong("reached"),
                        row.getLong("not_reached"),
                        grades(row, "h_"),
                        row.getLong("tried"),
                        row.getLong("alone"));
        return new Marks(
                all.opinions(),
                decisions,
                all.satisfactionMark().orElse(null),
                all.clarityMark().orElse(null),
                all.reachable().orElse(null),
                all.helpMark().orElse(null),
                all.autonomy().orElse(null),
                answers(Satisfaction.values(), satisfaction),
                answers(Grade.values(), clarity));
    }

    private static Map<Grade, Long> grades(ResultSet row, String prefix) throws SQLException {
        var counts = new EnumMap<Grade, Long>(Grade.class);
        for (var it : Grade.values()) {
            counts.put(it, row.getLong(prefix + it.code()));
        }
        return counts;
    }

    private static <T extends Marked> List<Answers> answers(T[] order, Map<T, Long> counts) {
        return Arrays.stream(order)
                .map(it -> new Answers(it.code(), counts.getOrDefault(it, 0L)))
                .toList();
    }
}
