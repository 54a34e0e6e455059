package fr.socle.identity.usager.web;

import fr.socle.house.Origins;
import fr.socle.identity.Usagers;
import fr.socle.identity.usager.FraudDraft;
import fr.socle.identity.usager.FraudReports;
import fr.socle.identity.usager.FraudReports.Made;
import fr.socle.identity.usager.Notices;
import fr.socle.identity.usager.SignInCodes;
import fr.socle.kernel.Parsed;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where anybody reports a fraud, signed in or not: a stolen account cannot be signed in to. */
@Controller
@Public
class FraudController {

    private static final String ADDRESS = "/signaler-une-fraude";

    private final FraudReports reports;
    private final Usagers usagers;
    private final Origins origins;

    FraudController(FraudReports reports, Usagers usagers, Origins origins) {
        this.reports = reports;
        this.usagers = usagers;
        this.origins = origins;
    }

    @GetMapping(ADDRESS)
    Page ask(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        var known = new HashMap<String, String>();
        if (SignInCodes.parse(code) instanceof Parsed.Valid<String>(var read)) {
            known.put("code", read);
        }
        if (Visitors.of(request) instanceof Visitor.Usager usager) {
            known.put("courriel", usagers.connected(usager).email().value());
        }
        return new FraudPage(Form.blank(known), false);
    }

    @PostMapping(ADDRESS)
    Object report(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var form = Form.of(parameters);
        var person = Visitors.of(request) instanceof Visitor.Usager it ? it.person() : null;
        var draft = FraudDraft.read(form, person, Notices.language(request));
        if (draft.isEmpty()) {
            return new FraudPage(form, false);
        }
        return switch (reports.report(draft.get(), origins.of(request))) {
            case Made.Kept(var number) -> Desk.seeOther(ADDRESS + "/recu/" + number);
            case Made.TooMany _ -> new FraudPage(form, true);
        };
    }

    /** Says the number back; what was reported is shown to nobody here. */
    @GetMapping(ADDRESS + "/recu/{number:[0-9]{4}-[0-9]{6,18}}")
    Page kept(@PathVariable String number) {
        return new FraudKeptPage(number);
    }
}
