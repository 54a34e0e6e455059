package fr.socle.exchange.reconcile;

import fr.socle.directory.Actor;
import fr.socle.exchange.ExchangeRights;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.Providers;
import fr.socle.exchange.store.RapprochementStore;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether the counts of consumers, gateway and providers agree, day by day. */
@Controller
@RequestMapping(RapprochementsController.HOME)
class RapprochementsController {

    static final String HOME = "/administration/echanges-rapprochement";

    private static final int DAYS = 31;

    private final RapprochementStore store;
    private final Decomptes decomptes;
    private final Providers providers;
    private final Habilitations habilitations;

    RapprochementsController(
            RapprochementStore store,
            Decomptes decomptes,
            Providers providers,
            Habilitations habilitations) {
        this.store = store;
        this.decomptes = decomptes;
        this.providers = providers;
        this.habilitations = habilitations;
    }

    @GetMapping
    @Requires(ExchangeRights.OBSERVE_CODE)
    Page show() {
        return page(Form.blank());
    }

    /** The token is told by this answer alone: no redirect could carry it. */
    @PostMapping("/jetons")
    @Requires(ExchangeRights.OPERATE_CODE)
    Page issue(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var form = Form.of(typed);
        var set = form.read("jeu", Reading.among(sets()));
        return set.isEmpty()
                ? page(form)
                : new DecompteTokenPage(set.get(), decomptes.issue(actor(request), set.get()));
    }

    private RapprochementsPage page(Form form) {
        var since = decomptes.today().minusDays(DAYS);
        var lines = store.linesSince(since);
        var days =
                store.daysSince(since).stream()
                        .map(
                                it ->
                                        new RapprochementsPage.Day(
                                                it, lines.getOrDefault(it, List.of())))
                        .toList();
        return new RapprochementsPage(form, days, names(lines), sets());
    }

    private Map<UUID, String> names(Map<?, List<Line>> lines) {
        var names = new HashMap<UUID, String>();
        lines.values().stream()
                .flatMap(List::stream)
                .map(Line::habilitation)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(
                        it ->
                                names.put(
                                        it,
                                        habilitations
                                                .find(new HabilitationId(it))
                                                .map(Habilitation::intitule)
                                                .orElse("")));
        return names;
    }

    private List<String> sets() {
        return providers.each().stream().map(Provider::code).toList();
    }

    private static Actor actor(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> Actor.of(agent);
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }
}
