package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.demarches.relecture.Relecture;
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

/** What proof-reading the draft says, each remark with the click that mends it. */
@Controller
@Requires(BuilderRights.ADMINISTER_CODE)
@RequestMapping(BuilderDesk.HOME + "/{id}/relecture")
class RelectureController {

    private final DemarcheBuilder builder;
    private final BuilderDesk desk;

    RelectureController(DemarcheBuilder builder, BuilderDesk desk) {
        this.builder = builder;
        this.desk = desk;
    }

    @GetMapping
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        return page(desk.managed(request, id), fait, false);
    }

    /** A remark that does not stand any more has nothing to mend: the page shows those that do. */
    @PostMapping
    Object mend(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = Form.of(parameters);
        var mended = Relecture.mended(demarche.fiche().draft(), form.typed("remarque"));
        if (mended.isEmpty()) {
            return page(demarche, "", form.version() != demarche.fiche().version());
        }
        var grounds = demarche.fiche().habilitations();
        return switch (builder.redraft(demarche.id(), mended.get(), grounds, form.version())) {
            case Change.Done<Demarche>(var now) ->
                    BuilderDesk.seeOther(BuilderDesk.base(now) + "/relecture?fait=corrige");
            case Change.Stale<Demarche>(var present) -> page(present, "", true);
            case Change.Refused<Demarche> _, Change.Unknown<Demarche> _ ->
                    throw BuilderDesk.notFound();
        };
    }

    private static Page page(Demarche demarche, String fait, boolean stale) {
        var remarks = Relecture.of(demarche.fiche().draft());
        return new RelecturePage(demarche, remarks, Shown.done(fait), stale);
    }
}
