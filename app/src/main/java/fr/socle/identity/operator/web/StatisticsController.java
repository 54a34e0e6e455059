package fr.socle.identity.operator.web;

import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.Statistics;
import fr.socle.identity.operator.Statistics.By;
import fr.socle.kernel.CsvText;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How many sign-ins there were. */
@Controller
@Requires(Operating.CODE)
@RequestMapping(Asked.HOME + "/statistiques")
class StatisticsController {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Statistics statistics;
    private final Clock clock;

    StatisticsController(Statistics statistics, Clock clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    @GetMapping
    Page show(@RequestParam MultiValueMap<String, String> query) {
        var form = Form.of(query);
        var span = StatisticsPage.Span.read(form, today());
        if (!form.ok()) {
            return new StatisticsPage(form, span, List.of());
        }
        var tables =
                java.util.Arrays.stream(By.values())
                        .map(
                                it ->
                                        new StatisticsPage.Table(
                                                it, statistics.sums(it, span.from(), span.to())))
                        .toList();
        return new StatisticsPage(span.typed(), span, tables);
    }

    /** The same counters, as they are kept. */
    @GetMapping("/connexions.csv")
    ResponseEntity<String> download(@RequestParam MultiValueMap<String, String> query) {
        var form = Form.of(query);
        var span = StatisticsPage.Span.read(form, today());
        if (!form.ok()) {
            return ResponseEntity.unprocessableContent().build();
        }
        var lines =
                statistics.cells(span.from(), span.to()).stream()
                        .map(
                                it ->
                                        String.join(
                                                ";",
                                                it.day().toString(),
                                                CsvText.cell(it.provider()),
                                                CsvText.cell(it.clientId()),
                                                CsvText.cell(it.level()),
                                                CsvText.cell(it.outcome()),
                                                String.valueOf(it.counted())))
                        .collect(Collectors.joining("\r\n"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"connexions.csv\"")
                .body("\uFEFFday;provider;client_id;level;outcome;count\r\n" + lines + "\r\n");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }
}
