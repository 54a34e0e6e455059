package fr.socle.citoyen.entreprise.web;

import fr.socle.citoyen.entreprise.Quoi;
import fr.socle.citoyen.entreprise.Representant;
import fr.socle.citoyen.recapitulatif.Recapitulatifs;
import fr.socle.citoyen.recapitulatif.Rythme;
import fr.socle.citoyen.store.RecapitulatifStore.About;
import fr.socle.citoyen.web.Desk;
import fr.socle.citoyen.web.RecapitulatifPage;
import fr.socle.citoyen.web.Whose;
import fr.socle.directory.ComptesProfessionnels;
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

/** Whether and how often a representative wants a letter about the use of the company's data. */
@Controller
@ForUsager
@RequestMapping(EntrepriseRecapitulatifController.BASE)
class EntrepriseRecapitulatifController {

    static final String BASE = ComptesProfessionnels.PAGES + "/recapitulatif";
    private static final String FIELD = "rythme";

    private final EntrepriseDesk desk;
    private final Recapitulatifs recapitulatifs;

    EntrepriseRecapitulatifController(EntrepriseDesk desk, Recapitulatifs recapitulatifs) {
        this.desk = desk;
        this.recapitulatifs = recapitulatifs;
    }

    @GetMapping
    Object show(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        return desk.throughAsNamed(request, Quoi.RECAPITULATIF, it -> page(it, fait.equals("oui")));
    }

    private RecapitulatifPage page(Representant who, boolean done) {
        var present = recapitulatifs.of(who.usager().person(), who.company());
        var form = Form.blank(Map.of(FIELD, present.word()));
        return new RecapitulatifPage(new Whose.Entreprise(who), form, done);
    }

    @PostMapping
    Object choose(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        return desk.throughAsNamed(
                request,
                Quoi.RECAPITULATIF,
                it -> choose(it, Form.of(parameters), Desk.language(request)));
    }

    private Object choose(Representant who, Form form, String language) {
        var wished = form.read(FIELD, Reading.among(Rythme.byWord()));
        if (wished.isEmpty()) {
            return new RecapitulatifPage(new Whose.Entreprise(who), form, false);
        }
        var about = new About(who.company(), who.siren());
        recapitulatifs.choose(who.usager(), about, wished.get(), language);
        return Desk.seeOther(BASE + "?fait=oui");
    }
}
