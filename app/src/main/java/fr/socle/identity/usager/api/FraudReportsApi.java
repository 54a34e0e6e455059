package fr.socle.identity.usager.api;

import fr.socle.identity.usager.FraudDraft;
import fr.socle.identity.usager.FraudReport;
import fr.socle.identity.usager.FraudReports;
import fr.socle.identity.usager.FraudReports.Step;
import fr.socle.identity.usager.FraudRights;
import fr.socle.identity.usager.Lines;
import fr.socle.identity.usager.api.Views.ClosingBody;
import fr.socle.identity.usager.api.Views.ReportView;
import fr.socle.identity.usager.api.Views.StateView;
import fr.socle.identity.usager.api.Views.SummaryView;
import fr.socle.identity.usager.web.Desk;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.api.Wanted;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reported frauds, for machines: the same acts and right as the pages. */
@RestController
@Requires(FraudRights.HANDLE_CODE)
@Tag(name = "Identité : fraudes signalées")
@SecurityRequirement(name = "jeton")
@RequestMapping("/api/identity/v1/fraud-reports")
class FraudReportsApi {

    private final FraudReports reports;
    private final Lines lines;
    private final Idempotency idempotency;

    FraudReportsApi(FraudReports reports, Lines lines, Idempotency idempotency) {
        this.reports = reports;
        this.lines = lines;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(
            summary = "Liste les fraudes signalées, sans leur récit",
            description =
                    "Celles qui attendent depuis le plus longtemps d’abord. Paramètres : state (recu,"
                            + " pris-en-charge, clos), page (à partir de 1), size (100 au plus).")
    fr.socle.ui.api.Lines<SummaryView> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        var form = Form.of(query);
        var state = form.readOptional("state", Reading.among(FraudReport.STATES)).orElse("");
        var wanted = Wanted.of(form);
        return wanted.lines(
                reports.page(state, wanted.size(), wanted.offset()),
                reports.count(state),
                SummaryView::of);
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "Lit une fraude signalée",
            description = "La lecture est d’abord inscrite au journal, où la personne la voit.")
    ReportView show(@PathVariable String number, HttpServletRequest request) {
        var report =
                reports.open(number, Desk.handler(request)).orElseThrow(FraudReportsApi::unknown);
        return ReportView.of(report, lines.underCode(report.code()));
    }

    @PostMapping("/{number}/acknowledgements")
    @Operation(
            summary = "Prend en charge une fraude signalée",
            description = "La personne en est avertie. Idempotency-Key rend l’appel répétable.")
    ResponseEntity<?> takeOn(@PathVariable String number, HttpServletRequest request) {
        return idempotency.once(
                request,
                Map.of(),
                () ->
                        answer(
                                reports.takeOn(number, Desk.handler(request)),
                                number,
                                "pris-en-charge"));
    }

    @PostMapping("/{number}/closings")
    @Operation(
            summary = "Clôt une fraude prise en charge",
            description =
                    "suite : ce que la personne lira. Idempotency-Key rend l’appel répétable.")
    ResponseEntity<?> close(
            @PathVariable String number,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = ClosingBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        return idempotency.once(request, body, () -> closeOnce(number, body, request));
    }

    private ResponseEntity<?> closeOnce(
            String number, Map<String, Object> body, HttpServletRequest request) {
        var form = JsonBody.form(body, ClosingBody.class);
        var outcome = form.required("suite", FraudDraft.LONGEST);
        if (!form.ok()) {
            throw ApiProblem.of(form);
        }
        return answer(reports.close(number, Desk.handler(request), outcome), number, "clos");
    }

    private static ResponseEntity<?> answer(Step step, String number, String state) {
        return switch (step) {
            case DONE -> ResponseEntity.ok(new StateView(number, state));
            case TAKEN -> throw ApiProblem.of(409, Refusal.of("identity.mine.fraud.taken"));
            case UNKNOWN -> throw unknown();
        };
    }

    private static ApiProblem unknown() {
        return ApiProblem.of(404, Refusal.of("identity.mine.fraud.unknown"));
    }
}
