package fr.socle.identity.usager.web;

import fr.socle.identity.Usagers;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.session.UsagerSessions;
import fr.socle.identity.usager.Decided;
import fr.socle.identity.usager.Decisions;
import fr.socle.identity.usager.Decisions.Author;
import fr.socle.identity.usager.Notices;
import fr.socle.identity.usager.Warned;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.ForUsager;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person decides about their sign-ins. */
@Controller
@ForUsager
@RequestMapping("/mes-connexions/reglages")
class SettingsController {

    private static final String HERE = "/mes-connexions/reglages?fait=";

    private final Decisions decisions;
    private final SettingsDesk desk;
    private final Usagers usagers;
    private final UsagerSessions sessions;

    SettingsController(
            Decisions decisions, SettingsDesk desk, Usagers usagers, UsagerSessions sessions) {
        this.decisions = decisions;
        this.desk = desk;
        this.usagers = usagers;
        this.sessions = sessions;
    }

    @GetMapping
    Page show(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        return desk.page(view(request), null, null, null, Desk.done(fait), 200);
    }

    @PostMapping("/fournisseurs")
    Object chooseProviders(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var view = view(request);
        var form = Form.of(parameters);
        var shown = desk.providers();
        var allowed =
                new HashSet<>(
                        form.readAll("fournisseurs", shown.stream().map(Provider::uid).toList()));
        var future = form.ticked("futurs");
        if (!form.ok()) {
            return desk.page(view, form, null, null, null, 422);
        }
        var decided =
                decisions.chooseProviders(
                        author(request), shown, allowed, future, view.present(), form.version());
        return switch (decided) {
            case Decided.Done _ -> Desk.seeOther(HERE + "fournisseurs");
            case Decided.InUse(var refusal) -> refused(view, form, "fournisseurs", refusal);
            case Decided.Stale _ -> refused(view, form, "fournisseurs", stale());
        };
    }

    private Page refused(SettingsDesk.View view, Form form, String field, Refusal refusal) {
        form.reject(field, refusal);
        return desk.page(view, form, null, null, null, 409);
    }

    @PostMapping("/services")
    Object decideService(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var form = Form.of(parameters);
        var client =
                desk.client(form.required("service", SettingsDesk.LONGEST_ID))
                        .orElseThrow(Desk::notFound);
        var act = form.read("acte", Reading.among(List.of("bloquer", "debloquer")));
        if (act.isEmpty()) {
            throw Desk.notFound();
        }
        var block = act.get().equals("bloquer");
        var decided =
                block
                        ? decisions.block(author(request), client)
                        : decisions.unblock(author(request), client);
        return switch (decided) {
            case Decided.Done _ ->
                    Desk.seeOther(HERE + (block ? "service-bloque" : "service-debloque"));
            case Decided.InUse(var refusal) ->
                    desk.page(view(request), null, null, refusal, null, 409);
            case Decided.Stale _ -> desk.page(view(request), null, null, stale(), null, 409);
        };
    }

    @PostMapping("/alertes")
    Object warn(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var form = Form.of(parameters);
        var codes = Arrays.stream(Warned.values()).map(Warned::code).toList();
        var warned = form.read("alertes", Reading.among(codes)).flatMap(Warned::of);
        if (warned.isEmpty()) {
            return desk.page(view(request), null, form, null, null, 422);
        }
        return switch (decisions.warn(author(request), warned.get(), form.version())) {
            case Decided.Done _ -> Desk.seeOther(HERE + "alertes");
            case Decided.InUse(var refusal) -> throw new IllegalStateException(refusal.key());
            case Decided.Stale _ -> {
                form.reject("alertes", stale());
                yield desk.page(view(request), null, form, null, null, 409);
            }
        };
    }

    private static Refusal stale() {
        return Refusal.of("identity.mine.stale");
    }

    private SettingsDesk.View view(HttpServletRequest request) {
        var usager = Desk.usager(request);
        return new SettingsDesk.View(usager.person(), sessions.provider(usager));
    }

    private Author author(HttpServletRequest request) {
        return new Author(usagers.connected(Desk.usager(request)), Notices.language(request));
    }
}
