package fr.socle.demarches.web.usager;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.depot.Brouillons;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.publication.Copies;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Begins a dossier with the answers of one that was deposited. */
@Controller
@ForUsager
class CopyController {

    private final Counter counter;
    private final Revisions revisions;
    private final Brouillons drafts;
    private final Copies copies;

    CopyController(Counter counter, Revisions revisions, Brouillons drafts, Copies copies) {
        this.counter = counter;
        this.revisions = revisions;
        this.drafts = drafts;
        this.copies = copies;
    }

    /** A procedure that takes no dossier says so itself. */
    @PostMapping("/mes-dossiers/{id}/copier")
    Object copy(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String jeton,
            HttpServletRequest request) {
        if (!(counter.mine(request, id).dossier() instanceof Depose dossier)) {
            throw Counter.notFound();
        }
        var asked = revisions.latest(dossier.fiche().demarche()).orElseThrow(Counter::notFound);
        return asked.open()
                ? begin(dossier, asked, jeton, request)
                : Counter.seeOther("/demarches/" + asked.slug());
    }

    private Object begin(
            Depose dossier, PublishedRevision asked, String jeton, HttpServletRequest request) {
        var copied =
                drafts.begin(
                        asked,
                        counter.usager(request),
                        BeginController.token(jeton),
                        BeginController.language(request),
                        new Brouillons.Proposed(copies.of(dossier, asked), false));
        return Counter.seeOther(Counter.path(copied) + "/remplir");
    }
}
