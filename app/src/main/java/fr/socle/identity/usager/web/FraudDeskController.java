package fr.socle.identity.usager.web;

import fr.socle.identity.usager.FraudDraft;
import fr.socle.identity.usager.FraudReport;
import fr.socle.identity.usager.FraudReports;
import fr.socle.identity.usager.FraudReports.Step;
import fr.socle.identity.usager.FraudRights;
import fr.socle.identity.usager.Lines;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the operator handles the frauds that persons report. */
@Controller
@Requires(FraudRights.HANDLE_CODE)
@RequestMapping(FraudDeskController.BASE)
class FraudDeskController {

    static final String BASE = "/administration/fraudes";

    private static final int LINES = 25;

    private final FraudReports reports;
    private final Lines lines;

    FraudDeskController(FraudReports reports, Lines lines) {
        this.reports = reports;
        this.lines = lines;
    }

    @GetMapping
    Page list(
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "1") String page) {
        var state = FraudReport.STATES.contains(etat) ? etat : "";
        var pagination =
                new Pagination(
                        Desk.page(page), LINES, reports.count(state), BASE + "?etat=" + state);
        return new FraudsPage(reports.page(state, LINES, pagination.offset()), pagination, state);
    }

    @GetMapping("/{number}")
    Page show(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        return page(number, Form.blank(), false, Desk.done(fait), request);
    }

    @PostMapping("/{number}/prise-en-charge")
    Object takeOn(@PathVariable String number, HttpServletRequest request) {
        var step = reports.takeOn(number, Desk.handler(request));
        return answer(step, number, "pris-en-charge", Form.blank(), request);
    }

    @PostMapping("/{number}/cloture")
    Object close(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var form = Form.of(parameters);
        var outcome = form.required("suite", FraudDraft.LONGEST);
        if (!form.ok()) {
            return page(number, form, false, null, request);
        }
        var step = reports.close(number, Desk.handler(request), outcome);
        return answer(step, number, "clos", form, request);
    }

    private Object answer(
            Step step, String number, String done, Form form, HttpServletRequest request) {
        return switch (step) {
            case DONE -> Desk.seeOther(BASE + "/" + number + "?fait=" + done);
            case TAKEN -> page(number, form, true, null, request);
            case UNKNOWN -> throw Desk.notFound();
        };
    }

    private Page page(
            String number,
            Form form,
            boolean stale,
            @Nullable String done,
            HttpServletRequest request) {
        var report = reports.open(number, Desk.handler(request)).orElseThrow(Desk::notFound);
        return new FraudReportPage(report, lines.underCode(report.code()), form, stale, done);
    }
}
