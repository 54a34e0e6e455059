package fr.socle.avis.score;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.avis.Count;
import fr.socle.avis.Grade;
import fr.socle.avis.JudgedId;
import fr.socle.avis.Kind;
import fr.socle.avis.Satisfaction;
import fr.socle.avis.Scores;
import fr.socle.avis.Split;
import fr.socle.avis.Tally;
import fr.socle.avis.store.Opinion;
import fr.socle.avis.store.OpinionStore;
import fr.socle.kernel.Periode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
class ScoresTests {

    private static final LocalDate MARCH_31 = LocalDate.of(2026, 3, 31);
    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);

    @Autowired Scores scores;
    @Autowired Deltas deltas;
    @Autowired OpinionStore opinions;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    private final JudgedId service = new JudgedId(UUID.randomUUID());

    @Test
    void aggregatesEqualTheRecomputationFromOpinions() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var day = LocalDate.of(2025, 12, 20).plusDays(random.nextInt(120));
            var opinion = some(random);
            transaction.executeWithoutResult(
                    _ ->
                            opinions.add(
                                    new OpinionStore.Given(
                                            UUID.randomUUID(), Kind.VERIFIED, service, day),
                                    opinion));
            if (i % 60 == 30) {
                deltas.fold();
            }
        }
        for (var days :
                List.of(
                        days("2025-12-01", "2026-06-01"), days("2026-01-01", "2026-04-01"),
                        days("2026-01-15", "2026-02-16"), days("2025-12-31", "2026-01-01"))) {
            var expected = recomputed(days);
            assertThat(scores.of(service, days).verified())
                    .as("%s before", days)
                    .isEqualTo(expected);
            deltas.fold();
            assertThat(scores.of(service, days).verified())
                    .as("%s after", days)
                    .isEqualTo(expected);
        }
    }

    @Test
    void nothingIsLostOrDoubledWhileItIsBroughtUpToDate() throws Exception {
        var one = Map.of(Count.OPINIONS, 1L);
        try (var all = Executors.newFixedThreadPool(8)) {
            var calls = new ArrayList<Callable<Long>>();
            IntStream.range(0, 60)
                    .forEach(
                            i ->
                                    calls.add(
                                            () -> {
                                                deltas.add(
                                                        service,
                                                        Deltas.COMMON_FORM,
                                                        Kind.OPEN,
                                                        APRIL_1,
                                                        new Tally(one));
                                                if (i % 7 == 0) {
                                                    deltas.fold();
                                                }
                                                return scores.of(service, Scores.EVER)
                                                        .open()
                                                        .opinions();
                                            }));
            for (var seen : all.invokeAll(calls)) {
                assertThat(seen.get()).isBetween(1L, 60L);
            }
        }
        assertThat(scores.of(service, Scores.EVER).open().opinions()).isEqualTo(60);
    }

    @Test
    void aQuarterEndsAtItsLastDay() {
        say(Kind.OPEN, MARCH_31, 2);
        say(Kind.OPEN, APRIL_1, 3);
        assertThat(scores.of(service, days("2026-01-01", "2026-04-01")).open().opinions())
                .isEqualTo(2);
        assertThat(scores.of(service, days("2026-04-01", "2026-07-01")).open().opinions())
                .isEqualTo(3);
        assertThat(scores.course(service, days("2026-01-01", "2026-07-01"), Scores.Step.QUARTER))
                .extracting(Scores.Dated::start, it -> it.split().open().opinions())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 1, 1), 2L),
                        org.assertj.core.groups.Tuple.tuple(APRIL_1, 3L));
    }

    @Test
    void theTwoKindsAreCountedApart() {
        say(Kind.OPEN, APRIL_1, 2);
        say(Kind.VERIFIED, APRIL_1, 5);
        deltas.fold();
        var split = scores.of(service, Scores.EVER);
        assertThat(split.open().opinions()).isEqualTo(2);
        assertThat(split.verified().opinions()).isEqualTo(5);
        assertThat(split.all().opinions()).isEqualTo(7);
    }

    @Test
    void anAdministrationIsTheSumOfItsServices() {
        var other = new JudgedId(UUID.randomUUID());
        say(Kind.OPEN, APRIL_1, 2);
        deltas.add(
                other,
                Deltas.COMMON_FORM,
                Kind.OPEN,
                APRIL_1,
                new Tally(Map.of(Count.OPINIONS, 9L)));
        assertThat(scores.of(List.of(service, other), Scores.EVER).open().opinions()).isEqualTo(11);
        assertThat(scores.of(List.of(), Scores.EVER)).isEqualTo(Split.NONE);
        assertThat(scores.byService(Scores.EVER)).containsKeys(service, other);
    }

    @Test
    void eachFormHasItsOwnScore() {
        var form = UUID.randomUUID();
        say(Kind.OPEN, APRIL_1, 2);
        deltas.add(service, form, Kind.OPEN, APRIL_1, new Tally(Map.of(Count.OPINIONS, 4L)));
        var forms = scores.byForm(service, Scores.EVER);
        assertThat(forms.getOrDefault(form, Split.NONE).open().opinions()).isEqualTo(4);
        assertThat(forms.getOrDefault(Deltas.COMMON_FORM, Split.NONE).open().opinions())
                .isEqualTo(2);
        assertThat(scores.of(service, Scores.EVER).open().opinions()).isEqualTo(6);
    }

    @Test
    void whatIsTakenAwayCountsNoMore() {
        say(Kind.OPEN, APRIL_1, 2);
        deltas.fold();
        say(Kind.OPEN, APRIL_1, -1);
        assertThat(scores.of(service, Scores.EVER).open().opinions()).isEqualTo(1);
        deltas.fold();
        assertThat(scores.of(service, Scores.EVER).open().opinions()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsRolledBackMovesNothing() {
        transaction.executeWithoutResult(
                status -> {
                    say(Kind.OPEN, APRIL_1, 1);
                    status.setRollbackOnly();
                });
        assertThat(scores.of(service, Scores.EVER)).isEqualTo(Split.NONE);
    }

    private void say(Kind kind, LocalDate day, long count) {
        deltas.add(
                service, Deltas.COMMON_FORM, kind, day, new Tally(Map.of(Count.OPINIONS, count)));
    }

    /** From the opinions themselves, by the columns of the opinions and no aggregate. */
    private Tally recomputed(Periode<LocalDate> days) {
        return db
                .sql(
                        "SELECT satisfaction, comprehension, contact_tried, contact_reached, contact_satisfaction FROM avis.opinion WHERE demarche = :service AND day >= :from AND day < :to")
                .param("service", service.value())
                .param("from", days.start())
                .param("to", days.end())
                .query(
                        (row, _) -> {
                            var tried =
                                    List.of((String[]) row.getArray("contact_tried").getArray());
                            var counts = new java.util.EnumMap<Count, Long>(Count.class);
                            counts.merge(Count.OPINIONS, 1L, Long::sum);
                            counts.merge(
                                    Count.valueOf(
                                            ("satisfaction_" + row.getString("satisfaction"))
                                                    .toUpperCase(java.util.Locale.ROOT)),
                                    1L,
                                    Long::sum);
                            if (row.getString("comprehension") != null) {
                                counts.merge(
                                        Count.valueOf(
                                                ("comprehension_" + row.getString("comprehension"))
                                                        .toUpperCase(java.util.Locale.ROOT)),
                                        1L,
                                        Long::sum);
                            }
                            if (row.getString("contact_satisfaction") != null) {
                                counts.merge(
                                        Count.valueOf(
                                                ("help_" + row.getString("contact_satisfaction"))
                                                        .toUpperCase(java.util.Locale.ROOT)),
                                        1L,
                                        Long::sum);
                            }
                            if (row.getObject("contact_reached") != null) {
                                counts.merge(
                                        row.getBoolean("contact_reached")
                                                ? Count.REACHED
                                                : Count.NOT_REACHED,
                                        1L,
                                        Long::sum);
                            }
                            counts.merge(Count.TRIED, tried.isEmpty() ? 0L : 1L, Long::sum);
                            counts.merge(Count.ALONE, tried.contains("none") ? 1L : 0L, Long::sum);
                            return new Tally(counts);
                        })
                .list()
                .stream()
                .reduce(Tally.NONE, Tally::plus);
    }

    private static Opinion some(Random random) {
        var reached = random.nextInt(3);
        return new Opinion(
                Satisfaction.values()[random.nextInt(3)],
                random.nextBoolean() ? Grade.values()[random.nextInt(5)] : null,
                List.of(List.<String>of(), List.of("none"), List.of("phone", "desk"))
                        .get(random.nextInt(3)),
                reached == 2 ? null : reached == 1,
                grade(random, reached),
                "");
    }

    private static @Nullable Grade grade(Random random, int reached) {
        return reached == 1 ? Grade.values()[random.nextInt(5)] : null;
    }

    private static Periode<LocalDate> days(String start, String end) {
        return new Periode<>(LocalDate.parse(start), LocalDate.parse(end));
    }
}
