package fr.socle.exchange.simulation;

import fr.socle.exchange.Simulator;
import fr.socle.habilitations.spi.DataCatalogue.DataField;
import fr.socle.ui.Dictionary;
import fr.socle.ui.Page;
import fr.socle.ui.access.SignedIn;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Would this be allowed, what would come back, what would the person read? For those who manage an
 * organisation or build its procedures. Nothing changes, so every step is an address.
 */
@Controller
@SignedIn
@RequestMapping(SimulationController.HOME)
class SimulationController {

    static final String HOME = "/administration/echanges-simulation";

    private final SuppositionForm forms;
    private final Simulator simulator;
    private final Dictionary dictionary;

    SimulationController(SuppositionForm forms, Simulator simulator, Dictionary dictionary) {
        this.forms = forms;
        this.simulator = simulator;
        this.dictionary = dictionary;
    }

    @GetMapping
    Page ground(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        return ground(Form.of(typed), asker(request));
    }

    private Page ground(Form form, Visitor.Agent asker) {
        return new SimulationGroundPage(form, forms.of(asker), forms.catalogue().all());
    }

    /** What the habilitation covers is ticked beforehand. */
    @GetMapping("/situation")
    Page situation(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var asker = asker(request);
        var form = Form.of(typed);
        var on = forms.ground(form, asker);
        if (on.isEmpty()) {
            return ground(form, asker);
        }
        var covered =
                on.get().habilitation().fields().getOrDefault(on.get().set().code(), Set.of());
        var filled = new LinkedMultiValueMap<>(typed);
        filled.put(
                SuppositionForm.FIELDS,
                on.get().set().fields().stream()
                        .map(DataField::code)
                        .filter(covered::contains)
                        .toList());
        date(filled);
        return new SimulationPage(Form.of(filled), on.get(), null);
    }

    private void date(MultiValueMap<String, String> filled) {
        var today = forms.today();
        var day = SuppositionForm.DAY;
        filled.put(day + ".jour", List.of(Integer.toString(today.getDayOfMonth())));
        filled.put(day + ".mois", List.of(Integer.toString(today.getMonthValue())));
        filled.put(day + ".annee", List.of(Integer.toString(today.getYear())));
    }

    @GetMapping("/resultat")
    Page result(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var asker = asker(request);
        var form = Form.of(typed);
        var on = forms.ground(form, asker);
        if (on.isEmpty()) {
            return ground(form, asker);
        }
        var found =
                forms.read(form, on.get())
                        .flatMap(it -> simulator.simulate(it, dictionary.french()));
        return new SimulationPage(form, on.get(), found.orElse(null));
    }

    private static Visitor.Agent asker(HttpServletRequest request) {
        return SuppositionForm.asker(Visitors.of(request));
    }
}
