package fr.socle.demarches.web.agent;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.expert.Experts;
import fr.socle.demarches.expert.Question;
import fr.socle.demarches.web.agent.Desk.Reached;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.SignedIn;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An agent in charge asks experts, reminds them, reads what they think. */
@Controller
@SignedIn
@RequestMapping("/agent/dossiers/{id}/avis")
class AvisController {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int LONGEST_LIST = 3000;

    private final Desk desk;
    private final Experts experts;
    private final Clock clock;

    AvisController(Desk desk, Experts experts, Clock clock) {
        this.desk = desk;
        this.experts = experts;
        this.clock = clock;
    }

    @GetMapping
    Object show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        return desk.reach(request, id) instanceof Reached.Open(_, var dossier)
                ? page(request, dossier, Form.blank(), fait)
                : new NotInChargePage();
    }

    @PostMapping
    Object ask(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        if (!(desk.reach(request, id) instanceof Reached.Open(_, var dossier))) {
            return new NotInChargePage();
        }
        var form = Form.of(parameters);
        var addresses = addresses(form);
        var question =
                new Question(
                        form.required("question", Question.LONGEST),
                        form.optional("oui-non", Question.LONGEST_OUI_NON),
                        form.ticked("autres"),
                        form.ticked("usager"),
                        deadline(form));
        if (!form.ok()) {
            return page(request, dossier, form, "");
        }
        if (!experts.ask(dossier, Desk.agent(request), question, addresses)) {
            form.reject("experts", Refusal.of("demarches.expert.decided"));
            return page(request, dossier, form, "");
        }
        return told(dossier, "demande");
    }

    @PostMapping("/{avis}/relance")
    Object remind(@PathVariable String id, @PathVariable UUID avis, HttpServletRequest request) {
        return desk.reach(request, id) instanceof Reached.Open(_, var dossier)
                ? told(dossier, experts.remind(avis, dossier) ? "relance" : "trop-tot")
                : new NotInChargePage();
    }

    @PostMapping("/{avis}/retrait")
    Object withdraw(@PathVariable String id, @PathVariable UUID avis, HttpServletRequest request) {
        if (!(desk.reach(request, id) instanceof Reached.Open(_, var dossier))) {
            return new NotInChargePage();
        }
        var done = experts.withdraw(avis, dossier, Desk.agent(request));
        return told(dossier, done ? "retrait" : "trop-tard");
    }

    private static Object told(Depose dossier, String what) {
        return ListeDesk.seeOther(AvisPage.path(dossier) + "?fait=" + what);
    }

    private AvisPage page(HttpServletRequest request, Depose dossier, Form form, String done) {
        desk.opened(request, dossier);
        var asked = experts.of(List.of(dossier.id())).getOrDefault(dossier.id(), List.of());
        return new AvisPage(dossier, asked, form, done);
    }

    /** One on each line, or separated by commas or semicolons. */
    private static List<EmailAddress> addresses(Form form) {
        var read = new ArrayList<EmailAddress>();
        var typed = form.required("experts", LONGEST_LIST);
        for (var each : typed.split("[\\s,;]+", -1)) {
            if (!each.isEmpty()) {
                switch (EmailAddress.parse(each)) {
                    case Parsed.Valid<EmailAddress>(var address) -> read.add(address);
                    case Parsed.Invalid<EmailAddress> _ ->
                            form.reject("experts", Refusal.of("demarches.expert.address", each));
                }
            }
        }
        if (read.size() > Experts.MOST) {
            form.reject("experts", Refusal.of("demarches.expert.many", Experts.MOST));
        }
        return read.stream().distinct().toList();
    }

    private @Nullable LocalDate deadline(Form form) {
        var day = form.readOptionalDate("echeance").orElse(null);
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        if (day != null && (day.isBefore(today) || day.isAfter(today.plusYears(1)))) {
            form.reject("echeance", Refusal.of("demarches.expert.deadline"));
        }
        return day;
    }
}
