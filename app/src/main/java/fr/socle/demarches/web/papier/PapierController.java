package fr.socle.demarches.web.papier;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.Revisions;
import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.directory.Service;
import fr.socle.directory.Services;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Every published procedure as a form to print, for whoever fills no form on a screen. */
@Controller
class PapierController {

    private final Revisions revisions;
    private final Directory directory;
    private final Services services;

    PapierController(Revisions revisions, Directory directory, Services services) {
        this.revisions = revisions;
        this.directory = directory;
        this.services = services;
    }

    @Public
    @GetMapping("/demarches/{slug}/papier")
    Page print(@PathVariable String slug) {
        var revision =
                revisions
                        .latest(slug)
                        .filter(PublishedRevision::open)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var organisation =
                directory.organisation(revision.organisation()).map(Organisation::name).orElse("");
        return new PapierPage(revision, organisation, services(revision));
    }

    private List<String> services(PublishedRevision revision) {
        return revision.facts().services().stream()
                .flatMap(it -> services.find(it).stream())
                .filter(Service::active)
                .map(Service::name)
                .toList();
    }
}
