package fr.socle.habilitations.web;

import static fr.socle.habilitations.web.DemandeDesk.seeOther;
import static fr.socle.habilitations.web.DemandeDesk.visitor;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.habilitations.HabilitationRights;
import fr.socle.habilitations.formulaire.Formulaire;
import fr.socle.habilitations.formulaire.FormulaireForm;
import fr.socle.habilitations.formulaire.Formulaires;
import fr.socle.habilitations.spi.DataCatalogue.DataSet;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says what each kind of data asks of whoever requests it. */
@Controller
@Requires(HabilitationRights.SHAPE_CODE)
@RequestMapping(FormulairesController.BASE)
class FormulairesController {

    static final String BASE = "/administration/habilitations-formulaires";

    private final Formulaires formulaires;

    FormulairesController(Formulaires formulaires) {
        this.formulaires = formulaires;
    }

    @GetMapping
    Page list() {
        return new FormulairesPage(formulaires.offre());
    }

    @GetMapping("/{code}")
    Page show(@PathVariable String code, @RequestParam(defaultValue = "") String fait) {
        var set = set(code);
        var present = formulaires.of(set);
        return new FormulairePage(
                set,
                FormulaireForm.form(present),
                present.version(),
                fait.equals("enregistre"),
                false);
    }

    @PostMapping("/{code}")
    Object change(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var set = set(code);
        var form = Form.of(parameters);
        var wanted = FormulaireForm.read(form, set.code());
        if (wanted.isEmpty()) {
            return new FormulairePage(set, form, form.version(), false, false);
        }
        return switch (formulaires.change(Actor.of(visitor(request)), set, wanted.get())) {
            case Change.Done<Formulaire> _ ->
                    seeOther(BASE + "/" + set.code() + "?fait=enregistre");
            case Change.Stale<Formulaire>(var present) ->
                    new FormulairePage(set, form, present.version(), false, true);
            case Change.Refused<Formulaire> _, Change.Unknown<Formulaire> _ ->
                    throw DemandeDesk.notFound();
        };
    }

    private DataSet set(String code) {
        return formulaires.dataSet(code).orElseThrow(DemandeDesk::notFound);
    }
}
