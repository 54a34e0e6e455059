package fr.socle.avis.api;

import fr.socle.avis.JudgedId;
import fr.socle.avis.Scores;
import fr.socle.avis.Scores.Step;
import fr.socle.avis.api.Statistics.Part;
import fr.socle.avis.form.Judged;
import fr.socle.avis.form.Services;
import fr.socle.directory.OrganisationId;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Periode;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Marks and counts of the procedures of one's organisation, for machines. Months are those of the
 * calendar, as on the page: intervals that one could move by a day would tell single opinions.
 */
@RestController
@Requires("avis.lire")
@Tag(name = "Avis : statistiques")
@SecurityRequirement(name = "jeton")
@RequestMapping("/api/avis/v1/statistics")
class StatisticsApi {

    private static final int FIRST_YEAR = 2000;
    private static final long MONTHS_MAX = 120;

    private static final Map<String, Step> STEPS =
            Map.of("mois", Step.MONTH, "trimestre", Step.QUARTER, "annee", Step.YEAR);

    private final Scores scores;
    private final Services services;

    StatisticsApi(Scores scores, Services services) {
        this.scores = scores;
        this.services = services;
    }

    @GetMapping("/{demarche}")
    @Operation(
            summary = "Donne les notes et les décomptes d’une démarche, par sorte d’avis",
            description =
                    "Paramètres : du et au, mois compris (2026-01), 120 mois au plus ; pas : mois, trimestre ou"
                            + " annee ; sans pas, une seule partie.")
    Statistics show(
            @PathVariable String demarche,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request) {
        var id = mine(request, demarche);
        var form = Form.of(query);
        var first = form.read("du", StatisticsApi::month);
        var last = form.read("au", StatisticsApi::month);
        var step = form.readOptional("pas", Reading.among(STEPS));
        if (first.isPresent() && last.isPresent() && !follow(first.get(), last.get())) {
            form.reject("au", Refusal.of("avis.api.months", MONTHS_MAX));
        }
        if (!form.ok()) {
            throw ApiProblem.of(form);
        }
        var from = first.orElseThrow();
        var to = last.orElseThrow();
        var days = new Periode<>(from.atDay(1), to.plusMonths(1).atDay(1));
        return new Statistics(
                id.toString(),
                from.toString(),
                to.toString(),
                scores.decisions(id, days),
                step.map(it -> course(id, days, it))
                        .orElseGet(() -> List.of(Part.of(days.start(), scores.of(id, days)))));
    }

    private List<Part> course(JudgedId id, Periode<LocalDate> days, Step step) {
        return scores.course(id, days, step).stream().map(Part::of).toList();
    }

    private static boolean follow(YearMonth first, YearMonth last) {
        var months = ChronoUnit.MONTHS.between(first, last) + 1;
        return months >= 1 && months <= MONTHS_MAX;
    }

    private static Parsed<YearMonth> month(String text) {
        try {
            var month = YearMonth.parse(text);
            return month.getYear() >= FIRST_YEAR && month.getYear() < FIRST_YEAR + 1000
                    ? Parsed.valid(month)
                    : Parsed.invalid("avis.api.month");
        } catch (DateTimeException noMonth) {
            return Parsed.invalid("avis.api.month");
        }
    }

    /** A procedure of another organisation is as unknown as one that is not there. */
    private JudgedId mine(HttpServletRequest request, String demarche) {
        return services.of(organisation(request), demarche)
                .map(Judged::id)
                .orElseThrow(() -> ApiProblem.of(404, Refusal.of("avis.api.unknown")));
    }

    private static OrganisationId organisation(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> new OrganisationId(agent.organisation());
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }
}
