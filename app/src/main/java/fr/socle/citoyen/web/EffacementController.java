package fr.socle.citoyen.web;

import fr.socle.citoyen.effacement.Effacement;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.ForUsager;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person sees what can be erased and what stays, and has it erased. */
@Controller
@ForUsager
@RequestMapping(EffacementController.BASE)
class EffacementController {

    static final String BASE = "/mon-dossier/effacement";

    private final Effacement effacement;

    EffacementController(Effacement effacement) {
        this.effacement = effacement;
    }

    @GetMapping
    Page show(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        return page(Form.blank(), fait.equals("oui"), request);
    }

    @PostMapping
    Object erase(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var form = Form.of(parameters);
        if (!form.ticked("compris")) {
            form.reject("compris", Refusal.of("citoyen.effacement.confirm.needed"));
            return page(form, false, request);
        }
        effacement.erase(Desk.usager(request).person());
        return Desk.seeOther(BASE + "?fait=oui");
    }

    private Page page(Form form, boolean done, HttpServletRequest request) {
        return new EffacementPage(effacement.inventory(Desk.usager(request).person()), form, done);
    }
}
