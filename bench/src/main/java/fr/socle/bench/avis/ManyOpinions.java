package fr.socle.bench.avis;

import fr.socle.avis.Count;
import fr.socle.avis.JudgedId;
import fr.socle.avis.Kind;
import fr.socle.avis.Scores;
import fr.socle.avis.Split;
import fr.socle.avis.score.Deltas;
import fr.socle.kernel.Periode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Made-up opinions on some services over ten years, with what they add up to. */
final class ManyOpinions {

    static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final int DAYS = 3653;
    private static final int SERVICES = 20;

    private final JdbcClient db;
    private final Deltas deltas;
    private final Scores scores;

    ManyOpinions(JdbcClient db, Deltas deltas, Scores scores) {
        this.db = db;
        this.deltas = deltas;
        this.scores = scores;
    }

    private static JudgedId service(int number) {
        return new JudgedId(new UUID(7, number));
    }

    void write(long count) {
        db.sql(
                        """
                        INSERT INTO avis.opinion (kind, demarche, day, satisfaction, comprehension, fresh)
                        SELECT (ARRAY['verified', 'open'])[1 + n %% 2],
                               ('00000000-0000-0007-0000-' || lpad(to_hex(n %% %d), 12, '0'))::uuid,
                               date '2016-01-01' + (hashint8(n) & 2147483647) %% %d,
                               (ARRAY['good', 'medium', 'bad'])[1 + n %% 3],
                               (ARRAY['very_good', 'good', 'bad'])[1 + n %% 3], false
                          FROM generate_series(1::bigint, :count) n
                        """
                                .formatted(SERVICES, DAYS))
                .param("count", count)
                .update();
        db.sql(
                        """
                        INSERT INTO avis.tally_delta (service, form, kind, day, opinions, satisfaction_good,
                                                      satisfaction_medium, satisfaction_bad, comprehension_very_good,
                                                      comprehension_good, comprehension_bad)
                        SELECT demarche, :form, kind, day, count(*),
                               count(*) FILTER (WHERE satisfaction = 'good'),
                               count(*) FILTER (WHERE satisfaction = 'medium'),
                               count(*) FILTER (WHERE satisfaction = 'bad'),
                               count(*) FILTER (WHERE comprehension = 'very_good'),
                               count(*) FILTER (WHERE comprehension = 'good'),
                               count(*) FILTER (WHERE comprehension = 'bad')
                          FROM avis.opinion
                         GROUP BY demarche, kind, day
                        """)
                .param("form", Deltas.COMMON_FORM)
                .update();
        while (db.sql("SELECT EXISTS (SELECT FROM avis.tally_delta)")
                .query(Boolean.class)
                .single()) {
            deltas.fold();
        }
        db.sql("ANALYZE avis.tally").update();
    }

    /** Any interval of these ten years. */
    static Periode<LocalDate> interval(Random random) {
        var from = random.nextInt(DAYS - 1);
        var days = 1 + random.nextInt(DAYS - from);
        return new Periode<>(FIRST.plusDays(from), FIRST.plusDays(from + (long) days));
    }

    Split score(Periode<LocalDate> days, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> scores.of(service(random.nextInt(SERVICES)), days);
            case 1 -> scores.of(several(random), days);
            default -> scores.overall(days);
        };
    }

    private static List<JudgedId> several(Random random) {
        var services = new ArrayList<JudgedId>();
        for (var i = 0; i < 1 + random.nextInt(SERVICES); i++) {
            services.add(service(i));
        }
        return services;
    }

    /** Whether the aggregates say what the opinions say, counted one by one. */
    boolean exact(Periode<LocalDate> days) {
        var tally = scores.of(service(1), days).of(Kind.OPEN);
        var counted =
                db.sql(
                                """
                                SELECT count(*) FROM avis.opinion
                                 WHERE demarche = :service AND kind = 'open' AND satisfaction = 'good'
                                   AND day >= :from AND day < :to
                                """)
                        .param("service", service(1).value())
                        .param("from", days.start())
                        .param("to", days.end())
                        .query(Long.class)
                        .single();
        return tally.of(Count.SATISFACTION_GOOD) == counted;
    }
}
