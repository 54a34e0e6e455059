package fr.socle.avis.score;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.reducing;

import fr.socle.avis.Count;
import fr.socle.avis.JudgedId;
import fr.socle.avis.Kind;
import fr.socle.avis.Scores;
import fr.socle.avis.Split;
import fr.socle.avis.Tally;
import fr.socle.kernel.Periode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads scores: the aggregates, and what was said since they were brought up to date. */
@Component
class ScoreStore implements Scores {

    private static final String SUMS =
            Count.columns().stream().map(it -> "sum(" + it + ") AS " + it).collect(joining(", "));

    private static final String COLUMNS = String.join(", ", Count.columns());

    private static final String SAID =
            """
            WITH span AS (SELECT * FROM unnest(:grains::text[], :starts::date[]) AS s (grain, start)),
            said AS (
                SELECT service, form, kind, start AS day, %1$s
                  FROM avis.tally JOIN span USING (grain, start)
                 WHERE (:everyone OR service = ANY (:services::uuid[]))
                UNION ALL
                SELECT service, form, kind, day, %1$s
                  FROM avis.tally_delta
                 WHERE (:everyone OR service = ANY (:services::uuid[])) AND day >= :from AND day < :to)
            """
                    .formatted(COLUMNS);

    private record Line(Object key, Kind kind, Tally tally) {

        Split split() {
            return switch (kind) {
                case VERIFIED -> new Split(tally, Tally.NONE);
                case OPEN -> new Split(Tally.NONE, tally);
            };
        }
    }

    private final JdbcClient db;
    private final Clock clock;

    ScoreStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Split of(JudgedId service, Periode<LocalDate> days) {
        return of(List.of(service), days);
    }

    @Override
    public Split of(Collection<JudgedId> services, Periode<LocalDate> days) {
        return together(services, days);
    }

    @Override
    public Split overall(Periode<LocalDate> days) {
        return together(null, days);
    }

    @Override
    public Map<JudgedId, Split> byService(Periode<LocalDate> days) {
        return by("service", null, spans(days), days, it -> new JudgedId((UUID) it));
    }

    @Override
    public Map<UUID, Split> byForm(JudgedId service, Periode<LocalDate> days) {
        return by("form", List.of(service), spans(days), days, UUID.class::cast);
    }

    @Override
    public List<Dated> course(JudgedId service, Periode<LocalDate> days, Step step) {
        var key = "date_trunc('" + step.name() + "', day)::date";
        var found =
                by(
                        key,
                        List.of(service),
                        daily(days),
                        days,
                        it -> ((java.sql.Date) it).toLocalDate());
        return new TreeMap<>(found)
                .entrySet().stream().map(it -> new Dated(it.getKey(), it.getValue())).toList();
    }

    @Override
    public long decisions(JudgedId service, Periode<LocalDate> days) {
        return db.sql(
                        "SELECT count(*) FROM avis.decision WHERE demarche = :service AND day >= :from AND day < :to")
                .param("service", service.value())
                .param("from", days.start())
                .param("to", end(days))
                .query(Long.class)
                .single();
    }

    private Split together(@Nullable Collection<JudgedId> services, Periode<LocalDate> days) {
        return by("1", services, spans(days), days, it -> it).values().stream()
                .reduce(Split.NONE, Split::plus);
    }

    private <K> Map<K, Split> by(
            String key,
            @Nullable Collection<JudgedId> services,
            Spans spans,
            Periode<LocalDate> days,
            Function<Object, K> read) {
        return db
                .sql(SAID + "SELECT " + key + " AS key, kind, " + SUMS + " FROM said GROUP BY 1, 2")
                .param("grains", spans.grains())
                .param("starts", spans.starts())
                .param("everyone", services == null)
                .param("services", values(services))
                .param("from", days.start())
                .param("to", end(days))
                .query(ScoreStore::line)
                .list()
                .stream()
                .collect(
                        groupingBy(
                                it -> read.apply(it.key()),
                                reducing(Split.NONE, Line::split, Split::plus)));
    }

    private static String[] values(@Nullable Collection<JudgedId> services) {
        return services == null
                ? new String[0]
                : services.stream().map(JudgedId::toString).toArray(String[]::new);
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var counts = new EnumMap<Count, Long>(Count.class);
        for (var count : Count.values()) {
            counts.put(count, row.getLong(count.column()));
        }
        return new Line(row.getObject("key"), Kind.of(row.getString("kind")), new Tally(counts));
    }

    private Spans spans(Periode<LocalDate> days) {
        return Spans.of(days, end(days));
    }

    private Spans daily(Periode<LocalDate> days) {
        return new Spans(
                days.start().datesUntil(end(days)).map(it -> new Spans.Span("day", it)).toList());
    }

    /** No opinion is of a day to come. */
    private LocalDate end(Periode<LocalDate> days) {
        var tomorrow = LocalDate.now(clock.withZone(Spans.PARIS)).plusDays(1);
        return days.end() == null ? tomorrow : days.end();
    }
}
