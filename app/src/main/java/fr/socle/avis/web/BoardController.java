package fr.socle.avis.web;

import fr.socle.avis.Scores;
import fr.socle.avis.form.Judged;
import fr.socle.avis.form.Services;
import fr.socle.avis.store.AnswerStore;
import fr.socle.avis.store.RemarkStore;
import fr.socle.avis.store.VerbatimStore;
import fr.socle.directory.OrganisationId;
import fr.socle.house.PublicAddress;
import fr.socle.kernel.Periode;
import fr.socle.ui.Page;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What users say, for the agents of the organisation that runs a procedure. Months are those of the
 * calendar: intervals that one could move by a day would tell what each opinion said.
 */
@Controller
@Requires("avis.lire")
@RequestMapping("/agent/avis")
class BoardController {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int FIRST_YEAR = 2000;

    private final Scores scores;
    private final Texts texts;
    private final Services services;
    private final PublicAddress address;
    private final Clock clock;

    /** What people wrote, and all that they said. */
    @Component
    record Texts(VerbatimStore verbatims, RemarkStore remarks, AnswerStore answers) {}

    BoardController(
            Scores scores, Texts texts, Services services, PublicAddress address, Clock clock) {
        this.scores = scores;
        this.texts = texts;
        this.services = services;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String mois, HttpServletRequest request) {
        var month = month(mois);
        var lines =
                services.of(organisation(request)).stream()
                        .map(it -> new BoardsPage.Line(it, scores.of(it.id(), days(month, 1))))
                        .toList();
        return new BoardsPage(month, lines);
    }

    @GetMapping("/{demarche}")
    Page show(
            @PathVariable String demarche,
            @RequestParam(defaultValue = "") String mois,
            HttpServletRequest request) {
        var found = mine(request, demarche);
        var month = month(mois);
        var judged = found.id();
        return new BoardPage(
                found,
                month,
                month.isBefore(now()) ? month.plusMonths(1) : null,
                scores.of(judged, days(month, 1)),
                scores.course(judged, days(month, 12), Scores.Step.MONTH),
                texts.verbatims().of(judged, days(month, 1)),
                texts.remarks().of(judged, days(month, 1)),
                address.value());
    }

    /** What each said that month, for a spreadsheet. */
    @GetMapping(path = "/{demarche}/avis.csv")
    ResponseEntity<byte[]> file(
            @PathVariable String demarche,
            @RequestParam(defaultValue = "") String mois,
            HttpServletRequest request) {
        var found = mine(request, demarche);
        var month = month(mois);
        var said = texts.answers().of(found.id(), days(month, 1));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"avis-" + month + ".csv\"")
                .body(OpinionFile.csv(month, said).getBytes(StandardCharsets.UTF_8));
    }

    private Judged mine(HttpServletRequest request, String demarche) {
        return services.of(organisation(request), demarche).orElseThrow(BoardController::unknown);
    }

    private YearMonth month(String text) {
        if (text.isEmpty()) {
            return now();
        }
        try {
            var month = YearMonth.parse(text);
            if (month.getYear() < FIRST_YEAR || month.isAfter(now())) {
                throw unknown();
            }
            return month;
        } catch (DateTimeException noMonth) {
            throw unknown();
        }
    }

    private YearMonth now() {
        return YearMonth.now(clock.withZone(PARIS));
    }

    private static Periode<LocalDate> days(YearMonth last, int months) {
        return new Periode<>(last.minusMonths(months - 1L).atDay(1), last.plusMonths(1).atDay(1));
    }

    private static OrganisationId organisation(HttpServletRequest request) {
        if (Visitors.of(request) instanceof Visitor.Agent agent) {
            return new OrganisationId(agent.organisation());
        }
        throw new NotAllowed("an agent's page");
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
