package fr.socle.exchange.desk.web;

import fr.socle.exchange.provider.Health;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.Providers;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import java.util.Comparator;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Whether data providers answer, now and on the last ninety days: about nobody, so for everyone.
 */
@Controller
@Public
@RequestMapping(Asked.STATUS)
class StatusController {

    private final Providers providers;
    private final Health health;

    StatusController(Providers providers, Health health) {
        this.providers = providers;
        this.health = health;
    }

    @GetMapping
    Page all() {
        return new StatusPage(
                providers.each().stream()
                        .map(this::line)
                        .sorted(Comparator.comparing(it -> it.provider().code()))
                        .toList());
    }

    @GetMapping("/{code}")
    Page one(@PathVariable String code) {
        var provider = providers.provider(code).orElseThrow(Asked::notFound);
        return new HistoryPage(line(provider), health.today());
    }

    private StatusPage.Line line(Provider provider) {
        return new StatusPage.Line(
                provider,
                providers.title(provider.set()),
                health.now(provider),
                health.days(provider.code()));
    }
}
