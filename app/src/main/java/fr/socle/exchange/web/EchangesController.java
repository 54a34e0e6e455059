package fr.socle.exchange.web;

import fr.socle.exchange.ExchangeRights;
import fr.socle.exchange.store.CountStore;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The figures of the exchanges, for whoever oversees them. */
@Controller
@Requires(ExchangeRights.OBSERVE_CODE)
class EchangesController {

    private static final int DAYS = 30;

    private final CountStore counts;
    private final Clock clock;

    EchangesController(CountStore counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @GetMapping("/administration/echanges")
    Page show() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
        return new EchangesPage(counts.since(today.minusDays(DAYS)));
    }
}
