package fr.socle.demarches.statistique;

import fr.socle.demarches.DemarcheId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the dossiers of one procedure. Days and months are those of Paris. */
@Component
class StatistiquesStore {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration RECENT = Duration.ofDays(30);
    private static final int WEEKS_OF_MONTHS = 6;
    private static final int MOST_MONTHS = 36;
    private static final int FEWEST = 3;

    private final JdbcClient db;
    private final Clock clock;

    StatistiquesStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The procedure of this number of the contract, if it was published once. */
    Optional<DemarcheId> published(int number) {
        return db.sql(
                        "SELECT id FROM demarches.demarche WHERE serial = :number AND state <> 'brouillon'")
                .param("number", number)
                .query(UUID.class)
                .optional()
                .map(DemarcheId::new);
    }

    Statistiques of(DemarcheId demarche) {
        var now = clock.instant();
        var states = states(demarche);
        long all = states.values().stream().mapToLong(Long::longValue).sum();
        long deposited = all - states.getOrDefault("brouillon", 0L);
        var decided = new LinkedHashMap<>(states);
        decided.keySet().retainAll(List.of("accepte", "refuse", "sans_suite"));
        return new Statistiques(
                all,
                deposited,
                deposited - states.getOrDefault("en_construction", 0L),
                decided,
                byWeek(demarche, now),
                usual(demarche, now),
                byMonth(demarche, now));
    }

    private Map<String, Long> states(DemarcheId demarche) {
        var counted = new HashMap<String, Long>();
        db.sql(
                        """
                        SELECT replace(state, '-', '_') AS state, count(*) AS number
                          FROM demarches.dossier WHERE demarche = :demarche GROUP BY state
                        """)
                .param("demarche", demarche.value())
                .query(
                        row -> {
                            counted.put(row.getString("state"), row.getLong("number"));
                        });
        return counted;
    }

    private Map<String, Map<LocalDate, Long>> byWeek(DemarcheId demarche, Instant now) {
        var monday =
                LocalDate.ofInstant(now, PARIS)
                        .minusMonths(WEEKS_OF_MONTHS)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var weeks = new TreeMap<String, Map<LocalDate, Long>>();
        db.sql(
                        """
                        SELECT replace(state, '-', '_') AS state, count(*) AS number,
                               date_trunc('week', decided_at AT TIME ZONE 'Europe/Paris')::date AS week
                          FROM demarches.dossier
                         WHERE demarche = :demarche AND decided_at >= :from
                         GROUP BY 1, 3 ORDER BY 1, 3
                        """)
                .param("demarche", demarche.value())
                .param("from", Timestamp.from(monday.atStartOfDay(PARIS).toInstant()))
                .query(
                        row -> {
                            weeks.computeIfAbsent(
                                            row.getString("state"), _ -> new LinkedHashMap<>())
                                    .put(
                                            row.getObject("week", LocalDate.class),
                                            row.getLong("number"));
                        });
        return weeks;
    }

    private List<Duration> usual(DemarcheId demarche, Instant now) {
        var slices =
                db.sql(
                                """
                                SELECT ceil(percentile_cont(0.9) WITHIN GROUP (ORDER BY lasted)) AS seconds
                                  FROM (SELECT lasted, ntile(3) OVER (ORDER BY lasted) AS slice
                                          FROM (SELECT extract(epoch FROM decided_at - deposited_at)::float8 AS lasted
                                                  FROM demarches.dossier
                                                 WHERE demarche = :demarche AND decided_at >= :from) AS taken) AS cut
                                 GROUP BY slice ORDER BY slice
                                """)
                        .param("demarche", demarche.value())
                        .param("from", Timestamp.from(now.minus(RECENT)))
                        .query((row, _) -> Duration.ofSeconds(row.getLong("seconds")))
                        .list();
        return slices.size() < FEWEST ? List.of() : slices;
    }

    /** The shortest and the longest twentieth count as the shortest and longest of the others. */
    private Map<YearMonth, Integer> byMonth(DemarcheId demarche, Instant now) {
        var end = YearMonth.from(LocalDate.ofInstant(now, PARIS)).atDay(1);
        var months = new TreeMap<YearMonth, Integer>();
        db.sql(
                        """
                        WITH taken AS (
                            SELECT date_trunc('month', decided_at AT TIME ZONE 'Europe/Paris')::date AS month,
                                   extract(epoch FROM decided_at - deposited_at)::float8 / 86400 AS days
                              FROM demarches.dossier
                             WHERE demarche = :demarche AND decided_at >= :from AND decided_at < :to),
                        bounds AS (
                            SELECT month, percentile_cont(0.05) WITHIN GROUP (ORDER BY days) AS low,
                                   percentile_cont(0.95) WITHIN GROUP (ORDER BY days) AS high
                              FROM taken GROUP BY month)
                        SELECT month, ceil(avg(least(greatest(days, low), high)))::integer AS days
                          FROM taken JOIN bounds USING (month) GROUP BY month
                        """)
                .param("demarche", demarche.value())
                .param(
                        "from",
                        Timestamp.from(
                                end.minusMonths(MOST_MONTHS).atStartOfDay(PARIS).toInstant()))
                .param("to", Timestamp.from(end.atStartOfDay(PARIS).toInstant()))
                .query(
                        row -> {
                            months.put(
                                    YearMonth.from(row.getObject("month", LocalDate.class)),
                                    row.getInt("days"));
                        });
        return months;
    }
}
