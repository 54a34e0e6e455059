package fr.socle.identity.operator.api;

import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.Statistics;
import fr.socle.identity.operator.api.Views.CountView;
import fr.socle.identity.operator.web.StatisticsPage.Span;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many sign-ins there were, for machines. */
@RestController
@Requires(Operating.CODE)
@Tag(name = "Fédérations d’identité : statistiques")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/statistics")
class StatisticsApi {

    private final Statistics statistics;
    private final Clock clock;

    StatisticsApi(Statistics statistics, Clock clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Compte les connexions par jour, fournisseur, service, niveau et issue",
            description = "from, to : deux jours, compris ; les trente derniers à défaut.")
    List<CountView> counts(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        var form = Form.of(query);
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
        var span = Span.read(form, today);
        Api.demand(form);
        return statistics.cells(span.from(), span.to()).stream().map(CountView::of).toList();
    }
}
