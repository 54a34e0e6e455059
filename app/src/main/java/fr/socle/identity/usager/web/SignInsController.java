package fr.socle.identity.usager.web;

import fr.socle.identity.usager.LineFilter;
import fr.socle.identity.usager.LineFilter.Sort;
import fr.socle.identity.usager.Lines;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import fr.socle.ui.access.ForUsager;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person signed in, line by line. */
@Controller
@ForUsager
class SignInsController {

    /** In days. */
    static final List<Integer> PERIODS = List.of(7, 30, 180);

    private static final int LINES = 20;
    private static final int LONGEST_NAME = 300;

    private final Lines lines;
    private final Clock clock;

    SignInsController(Lines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    @GetMapping("/mes-connexions")
    Page list(
            @RequestParam(defaultValue = "") String sorte,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String compte,
            @RequestParam(defaultValue = "") String depuis,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request) {
        var person = Desk.usager(request).person();
        var filter =
                new LineFilter(
                        Sort.of(sorte).orElse(Sort.CONNEXIONS),
                        name(service),
                        name(compte),
                        since(depuis));
        var total = lines.count(person, filter);
        var pagination = new Pagination(Desk.page(page), LINES, total, href(sorte, filter, depuis));
        return new SignInsPage(
                lines.page(person, filter, LINES, pagination.offset()),
                pagination,
                lines.services(person),
                lines.providers(person),
                Form.blank(
                        Map.of(
                                "sorte", Sort.of(sorte).map(Sort::code).orElse(""),
                                "service", filter.service(),
                                "compte", filter.provider(),
                                "depuis", filter.since().equals(Instant.EPOCH) ? "" : depuis)));
    }

    private static String href(String sorte, LineFilter filter, String depuis) {
        return "/mes-connexions?sorte="
                + Sort.of(sorte).map(Sort::code).orElse("")
                + "&service="
                + Desk.encoded(filter.service())
                + "&compte="
                + Desk.encoded(filter.provider())
                + "&depuis="
                + (filter.since().equals(Instant.EPOCH) ? "" : depuis);
    }

    private Instant since(String days) {
        return PERIODS.stream()
                .filter(it -> it.toString().equals(days))
                .findFirst()
                .map(it -> clock.instant().minus(Duration.ofDays(it)))
                .orElse(Instant.EPOCH);
    }

    /** A name that nothing can bear finds nothing, rather than everything. */
    private static String name(String typed) {
        var name = typed.strip();
        return name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)
                ? "–"
                : name;
    }
}
