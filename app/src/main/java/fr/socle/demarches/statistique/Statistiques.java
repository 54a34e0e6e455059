package fr.socle.demarches.statistique;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * How a procedure goes.
 *
 * @param started dossiers that were begun and are still there, drafts included
 * @param deposited those of them that were deposited
 * @param instructed those whose examination began
 * @param decided by outcome: {@code accepte}, {@code refuse}, {@code sans_suite}
 * @param byWeek by outcome, how many were decided in each week of the last six months, by its
 *     Monday
 * @param usual of the decisions of the last thirty days, in three slices from the quickest: within
 *     how long nine of ten of the slice were taken; empty under three decisions
 * @param daysByMonth of each month before this one, in which decisions were taken: the mean,
 *     without the extremes, rounded up
 */
record Statistiques(
        long started,
        long deposited,
        long instructed,
        Map<String, Long> decided,
        Map<String, Map<LocalDate, Long>> byWeek,
        List<Duration> usual,
        Map<YearMonth, Integer> daysByMonth) {

    long decisions() {
        return decided.values().stream().mapToLong(Long::longValue).sum();
    }

    long of(String outcome) {
        return decided.getOrDefault(outcome, 0L);
    }
}
