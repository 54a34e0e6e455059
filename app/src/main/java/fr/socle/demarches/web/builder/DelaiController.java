package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.delai.Regime;
import fr.socle.demarches.delai.Regimes;
import fr.socle.directory.Change;
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

/** Who decides the dossiers of a procedure, and what silence means. */
@Controller
@Requires(BuilderRights.ADMINISTER_CODE)
@RequestMapping(BuilderDesk.HOME + "/{id}/delai")
class DelaiController {

    private final Regimes regimes;
    private final BuilderDesk desk;

    DelaiController(Regimes regimes, BuilderDesk desk) {
        this.regimes = regimes;
        this.desk = desk;
    }

    @GetMapping
    Page show(@PathVariable String id, HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var regime = regimes.of(demarche);
        return new DelaiPage(demarche, regime, DelaiForm.of(regime), false);
    }

    @PostMapping
    Object settle(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = Form.of(parameters);
        var wanted = DelaiForm.read(form);
        var regime = regimes.of(demarche);
        if (wanted.isEmpty()) {
            return new DelaiPage(demarche, regime, form, false);
        }
        var actor = BuilderDesk.actor(request);
        return switch (regimes.settle(actor, demarche, wanted.get(), form.version())) {
            case Change.Done<Regime> _ -> BuilderDesk.seeOther(DelaiPage.path(demarche));
            case Change.Stale<Regime>(var present) ->
                    new DelaiPage(desk.managed(request, id), present, form, true);
            case Change.Refused<Regime>(var field, var why) -> {
                form.reject(field, why);
                yield new DelaiPage(demarche, regime, form, false);
            }
            case Change.Unknown<Regime> _ -> throw BuilderDesk.notFound();
        };
    }
}
