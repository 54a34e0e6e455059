package fr.socle.citoyen.web;

import fr.socle.citoyen.protection.Protections;
import fr.socle.citoyen.recapitulatif.Recapitulatifs;
import fr.socle.citoyen.recapitulatif.Rythme;
import fr.socle.citoyen.store.RecapitulatifStore.About;
import fr.socle.identity.Usagers;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.ForUsager;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether and how often a person wants a letter about the use of their data. */
@Controller
@ForUsager
@RequestMapping(RecapitulatifController.BASE)
class RecapitulatifController {

    static final String BASE = "/mon-dossier/recapitulatif";
    private static final String FIELD = "rythme";

    private final Recapitulatifs recapitulatifs;
    private final Usagers usagers;
    private final Protections protections;

    RecapitulatifController(
            Recapitulatifs recapitulatifs, Usagers usagers, Protections protections) {
        this.protections = protections;
        this.recapitulatifs = recapitulatifs;
        this.usagers = usagers;
    }

    @GetMapping
    Page show(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        var person = Desk.usager(request).person();
        var present = recapitulatifs.of(person, person);
        return new RecapitulatifPage(
                Whose.PERSON, Form.blank(Map.of(FIELD, present.word())), fait.equals("oui"));
    }

    @PostMapping
    Object choose(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var form = Form.of(parameters);
        var wished = form.read(FIELD, Reading.among(Rythme.byWord()));
        var person = Desk.usager(request).person();
        if (wished.filter(it -> it != Rythme.JAMAIS).isPresent()
                && protections.since(person).isPresent()) {
            form.reject(FIELD, Refusal.of("citoyen.protection.no-letters"));
        }
        if (wished.isEmpty() || !form.ok()) {
            return new RecapitulatifPage(Whose.PERSON, form, false);
        }
        var usager = usagers.connected(Desk.usager(request));
        recapitulatifs.choose(
                usager, new About(usager.person(), null), wished.get(), Desk.language(request));
        return Desk.seeOther(BASE + "?fait=oui");
    }
}
