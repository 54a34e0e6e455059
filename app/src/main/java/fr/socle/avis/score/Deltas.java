package fr.socle.avis.score;

import static java.util.stream.Collectors.joining;

import fr.socle.avis.Count;
import fr.socle.avis.JudgedId;
import fr.socle.avis.Kind;
import fr.socle.avis.Tally;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves scores: each answer leaves what it changes, and a round adds it to the aggregates. */
@Component
public class Deltas {

    /** The form that every service has without making one. */
    public static final UUID COMMON_FORM = new UUID(0, 0);

    private static final int AT_ONCE = 20_000;

    private static final String COLUMNS = String.join(", ", Count.columns());

    private static final String INSERT =
            "INSERT INTO avis.tally_delta (service, form, kind, day, %s) VALUES (:service, :form, :kind, :day, %s)"
                    .formatted(
                            COLUMNS,
                            Count.columns().stream().map(it -> ":" + it).collect(joining(", ")));

    private static final String FOLD =
            """
            WITH said AS (
                DELETE FROM avis.tally_delta
                 WHERE id IN (SELECT id FROM avis.tally_delta ORDER BY id LIMIT %d)
                RETURNING *)
            INSERT INTO avis.tally AS t (service, form, kind, grain, start, %s)
            SELECT service, form, kind, grain, date_trunc(grain, day)::date, %s
              FROM said CROSS JOIN unnest(ARRAY['day', 'month', 'year']) AS g (grain)
             GROUP BY 1, 2, 3, 4, 5
            ON CONFLICT (service, grain, start, kind, form) DO UPDATE SET %s
            """
                    .formatted(
                            AT_ONCE,
                            COLUMNS,
                            Count.columns().stream()
                                    .map("sum(%s)"::formatted)
                                    .collect(joining(", ")),
                            Count.columns().stream()
                                    .map(it -> "%1$s = t.%1$s + excluded.%1$s".formatted(it))
                                    .collect(joining(", ")));

    private final JdbcClient db;

    Deltas(JdbcClient db) {
        this.db = db;
    }

    /**
     * In the transaction of the answer: scores move exactly when it is kept.
     *
     * @param change what there is more, or less, of each count
     */
    public void add(JudgedId service, UUID form, Kind kind, LocalDate day, Tally change) {
        if (change.counts().isEmpty()) {
            return;
        }
        var insert =
                db.sql(INSERT)
                        .param("service", service.value())
                        .param("form", form)
                        .param("kind", kind.code())
                        .param("day", day);
        for (var count : Count.values()) {
            insert = insert.param(count.column(), change.of(count));
        }
        insert.update();
    }

    /** One node at a time; a reader sees each answer once, before the round or after it. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT3S")
    @Transactional
    public void fold() {
        if (db.sql("SELECT pg_try_advisory_xact_lock(hashtext('avis.tally'))")
                .query(Boolean.class)
                .single()) {
            db.sql(FOLD).update();
        }
    }
}
