package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.edition.Editions;
import fr.socle.avis.observatoire.edition.OpenData;
import fr.socle.avis.observatoire.edition.Spreadsheet;
import fr.socle.avis.observatoire.indicator.Board;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * All listed procedures together: the table, ministries and administrations, editions, open data.
 */
@Controller
@Public
@RequestMapping("/observatoire")
class ObservatoireController {

    private static final String MINISTERE = "ministere";
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    private final Asked asked;
    private final Editions editions;

    ObservatoireController(Asked asked, Editions editions) {
        this.asked = asked;
        this.editions = editions;
    }

    @GetMapping
    Page table(@RequestParam Map<String, String> query) {
        var seen = asked.board(query.getOrDefault("edition", ""));
        var filter = Filter.of(query);
        return new ObservatoirePage(
                seen.board(), filter.of(seen.board()), filter, seen.edition(), editions.all());
    }

    /** Each ministry or administration with what its procedures reach together. */
    @GetMapping("/groupes")
    Page groups(
            @RequestParam(defaultValue = MINISTERE) String par,
            @RequestParam(defaultValue = "") String edition) {
        var seen = asked.board(edition);
        boolean ministeres = par.equals(MINISTERE);
        Function<Board.Line, String> name =
                ministeres
                        ? it -> it.demarche().facts().ministere()
                        : it -> it.demarche().facts().administration();
        var groups = new TreeMap<String, List<Board.Line>>(String.CASE_INSENSITIVE_ORDER);
        for (var line : seen.board().lines()) {
            if (!name.apply(line).isEmpty()) {
                groups.computeIfAbsent(name.apply(line), _ -> new ArrayList<>()).add(line);
            }
        }
        return GroupsPage.of(ministeres, seen.edition(), seen.board(), groups);
    }

    @GetMapping("/editions")
    Page editions() {
        return new EditionsPage(
                editions.all().stream()
                        .map(it -> new EditionsPage.Shown(it, editions.entry(it).orElse(null)))
                        .toList());
    }

    @GetMapping("/donnees.csv")
    ResponseEntity<String> csv(@RequestParam(defaultValue = "") String edition) {
        var seen = asked.board(edition);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8;header=present"))
                .header("Content-Disposition", attachment(seen, "csv"))
                .body(asked.csv(seen));
    }

    @GetMapping("/donnees.ods")
    void ods(@RequestParam(defaultValue = "") String edition, HttpServletResponse response)
            throws IOException {
        var seen = asked.board(edition);
        var lines = new ArrayList<List<String>>();
        lines.add(OpenData.HEADERS);
        seen.board().lines().forEach(it -> lines.add(OpenData.cells(it)));
        response.setContentType(ODS);
        response.setHeader("Content-Disposition", attachment(seen, "ods"));
        Spreadsheet.write(response.getOutputStream(), seen.label(), lines);
    }

    private static String attachment(Asked.Seen seen, String type) {
        return "attachment; filename=\"observatoire-" + seen.label() + "." + type + "\"";
    }
}
