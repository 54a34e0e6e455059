package fr.socle.demarches.statistique;

import fr.socle.demarches.DemarcheId;
import fr.socle.ui.access.Public;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/public/v1/demarches/{number}/stats} of demarches-simplifiees: how a procedure
 * goes, for everybody.
 */
@RestController
class StatistiquesController {

    /** Because counting millions of dossiers is not done for every visitor. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private static final int MOST_KEPT = 1_000;
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRENCH);

    private final StatistiquesStore store;
    private final Clock clock;
    private final ConcurrentMap<DemarcheId, Counted> kept = new ConcurrentHashMap<>();

    private record Counted(Statistiques statistiques, Instant at) {}

    StatistiquesController(StatistiquesStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Public
    @GetMapping("/api/public/v1/demarches/{number}/stats")
    ResponseEntity<Map<String, @Nullable Object>> stats(@PathVariable String number) {
        return published(number)
                .map(it -> ResponseEntity.ok(body(counted(it))))
                .orElseGet(
                        () ->
                                ResponseEntity.status(HttpStatus.NOT_FOUND)
                                        .body(Map.of("error", "procedure is not found")));
    }

    private Optional<DemarcheId> published(String number) {
        return number.matches("[0-9]{1,9}")
                ? store.published(Integer.parseInt(number))
                : Optional.empty();
    }

    private Statistiques counted(DemarcheId demarche) {
        var now = clock.instant();
        var before = kept.get(demarche);
        if (before != null && before.at().plus(FRESH).isAfter(now)) {
            return before.statistiques();
        }
        var counted = store.of(demarche);
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(demarche, new Counted(counted, now));
        return counted;
    }

    private static Map<String, @Nullable Object> body(Statistiques it) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put(
                "funnel",
                List.of(
                        List.of("Tous", it.started()),
                        List.of("Déposés", it.deposited()),
                        List.of("Instruction débutée", it.instructed()),
                        List.of("Traités", it.decisions())));
        body.put(
                "processed",
                List.of(
                        List.of("Acceptés", it.of("accepte")),
                        List.of("Refusés", it.of("refuse")),
                        List.of("Classés sans suite", it.of("sans_suite"))));
        body.put(
                "processed_by_week",
                it.byWeek().entrySet().stream()
                        .map(weeks -> Map.of("name", weeks.getKey(), "data", weeks.getValue()))
                        .toList());
        body.put(
                "processing_time",
                it.usual().isEmpty()
                        ? null
                        : it.usual().stream().map(Duration::toSeconds).toList());
        body.put("processing_time_by_month", named(it.daysByMonth()));
        return body;
    }

    private static Map<String, Integer> named(Map<YearMonth, Integer> months) {
        var named = new LinkedHashMap<String, Integer>();
        months.forEach((month, days) -> named.put(MONTH.format(month), days));
        return named;
    }
}
