package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Calendriers;
import fr.socle.demarches.builder.DataGrounds;
import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Source;
import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.directory.Service;
import fr.socle.directory.Services;
import fr.socle.ui.Link;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a procedure is, for whoever thinks of starting it. */
@Controller
class PresentationController {

    private final Revisions revisions;
    private final Directory directory;
    private final Services services;
    private final DataGrounds grounds;
    private final Calendriers calendriers;

    PresentationController(
            Revisions revisions,
            Directory directory,
            Services services,
            DataGrounds grounds,
            Calendriers calendriers) {
        this.revisions = revisions;
        this.directory = directory;
        this.services = services;
        this.grounds = grounds;
        this.calendriers = calendriers;
    }

    @Public
    @GetMapping("/demarches/{slug}")
    Page present(@PathVariable String slug) {
        var revision = revisions.latest(slug).orElseThrow(BuilderDesk::notFound);
        return new PresentationPage(
                revision,
                organisation(revision),
                services(revision),
                documents(revision),
                data(revision),
                ouverture(revision));
    }

    private PresentationPage.Ouverture ouverture(PublishedRevision revision) {
        var calendrier = calendriers.of(revision.demarche());
        var other = calendrier.replacement();
        var replacement =
                other == null
                        ? null
                        : revisions
                                .latest(other)
                                .map(it -> Link.to(it.facts().title(), "/demarches/" + it.slug()))
                                .orElse(null);
        return new PresentationPage.Ouverture(
                calendriers.opening(revision.demarche()).orElse(null),
                calendrier.closes(),
                replacement);
    }

    private String organisation(PublishedRevision revision) {
        return directory.organisation(revision.organisation()).map(Organisation::name).orElse("");
    }

    private List<String> services(PublishedRevision revision) {
        return revision.facts().services().stream()
                .flatMap(it -> services.find(it).stream())
                .filter(Service::active)
                .map(Service::name)
                .toList();
    }

    /** What must be joined always, then what may have to be. */
    private static List<PresentationPage.Document> documents(PublishedRevision revision) {
        return revision.definition()
                .all()
                .filter(it -> it.type() instanceof ChampType.Pieces)
                .map(it -> new PresentationPage.Document(it.label(), always(revision, it)))
                .toList();
    }

    private static boolean always(PublishedRevision revision, Champ champ) {
        return champ.mandatory()
                && champ.condition() == null
                && revision.definition().parent(champ.id()).isEmpty();
    }

    private List<PresentationPage.Data> data(PublishedRevision revision) {
        return revision.definition()
                .all()
                .flatMap(
                        it ->
                                it.source() instanceof Source.Echange(var dataset, _)
                                        ? grounds.dataset(dataset)
                                                .map(
                                                        set ->
                                                                new PresentationPage.Data(
                                                                        it.label(), set.provider()))
                                        : Stream.<PresentationPage.Data>empty())
                .toList();
    }
}
