package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.demarches.builder.Publication;
import fr.socle.demarches.builder.Publisher;
import fr.socle.demarches.publication.Impacts;
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

/** Opens a procedure to usagers, and closes it. */
@Controller
@Requires(BuilderRights.ADMINISTER_CODE)
@RequestMapping(BuilderDesk.HOME + "/{id}")
class PublishController {

    private final DemarcheBuilder builder;
    private final Publisher publisher;
    private final Impacts impacts;
    private final BuilderDesk desk;

    PublishController(
            DemarcheBuilder builder, Publisher publisher, Impacts impacts, BuilderDesk desk) {
        this.builder = builder;
        this.publisher = publisher;
        this.impacts = impacts;
        this.desk = desk;
    }

    @GetMapping("/publier")
    Page ask(@PathVariable String id, HttpServletRequest request) {
        return page(desk.managed(request, id), false, 200);
    }

    @PostMapping("/publier")
    Object publish(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        long version = Form.of(parameters).version();
        var actor = BuilderDesk.actor(request);
        return switch (publisher.publish(actor, demarche.id(), version)) {
            case Publication.Published _ ->
                    BuilderDesk.seeOther(BuilderDesk.base(demarche) + "?fait=publie");
            case Publication.Invalid _ -> page(demarche, false, 422);
            case Publication.Unchanged _ -> page(demarche, false, 200);
            case Publication.Stale(var present) -> page(present, true, 409);
            case Publication.Unknown _ -> throw BuilderDesk.notFound();
        };
    }

    @PostMapping("/fermeture")
    Object close(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        long version = Form.of(parameters).version();
        return switch (builder.close(BuilderDesk.actor(request), demarche.id(), version)) {
            case Change.Done<Demarche> _ ->
                    BuilderDesk.seeOther(BuilderDesk.base(demarche) + "?fait=ferme");
            case Change.Stale<Demarche>(var present) -> page(present, true, 409);
            case Change.Refused<Demarche> _ -> throw BuilderDesk.conflict();
            case Change.Unknown<Demarche> _ -> throw BuilderDesk.notFound();
        };
    }

    private Page page(Demarche demarche, boolean stale, int status) {
        var changes = publisher.changes(demarche);
        boolean affects = !(demarche instanceof Demarche.Brouillon) && !changes.isEmpty();
        return new PublishPage(
                demarche,
                builder.problems(demarche),
                changes,
                affects ? impacts.of(demarche) : null,
                stale,
                status);
    }
}
