package fr.socle.demarches.web.usager;

import fr.socle.demarches.builder.DataGrounds;
import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.depot.Brouillons;
import fr.socle.demarches.depot.DossierLists;
import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.ui.Page;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/** Begins a dossier, after saying what will be filled in by itself. */
@Controller
@ForUsager
@RequestMapping("/mes-dossiers/commencer/{slug}")
class BeginController {

    private final Counter counter;
    private final Revisions revisions;
    private final Starting starting;
    private final Askers askers;
    private final Proposals proposals;

    /** The dossiers of a usager: those begun, and a new one. */
    @Component
    record Starting(Brouillons drafts, DossierLists lists) {}

    /** Who asks, and for what they still may. */
    @Component
    record Askers(Directory directory, DataGrounds grounds) {

        String name(PublishedRevision asked) {
            return directory.organisation(asked.organisation()).map(Organisation::name).orElse("");
        }

        boolean obtains(PublishedRevision asked, Champ champ) {
            return champ.source() instanceof Source.Echange data && grounds.holds(asked, data);
        }
    }

    BeginController(
            Counter counter,
            Revisions revisions,
            Starting starting,
            Askers askers,
            Proposals proposals) {
        this.counter = counter;
        this.revisions = revisions;
        this.starting = starting;
        this.askers = askers;
        this.proposals = proposals;
    }

    /** An address may carry answers, or the token under which a program sent some. */
    @GetMapping
    Page show(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var asked = open(slug);
        var champs = asked.definition().champs();
        var proposal = proposals.of(asked, parameters);
        return new BeginPage(
                asked.slug(),
                asked.facts().title(),
                askers.name(asked),
                asked.facts().minutes(),
                labels(champs, it -> it.source() instanceof Source.Identite),
                labels(champs, it -> askers.obtains(asked, it)),
                UUID.randomUUID(),
                starting
                        .lists()
                        .drafts(Counter.visitor(request).person(), asked.demarche().value())
                        .stream()
                        .map(Counter::path)
                        .toList(),
                proposal,
                Proposals.lines(asked, proposal.what()));
    }

    @PostMapping
    Object begin(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var asked = open(slug);
        var proposal = proposals.of(asked, parameters);
        var id =
                starting.drafts()
                        .begin(
                                asked,
                                counter.usager(request),
                                token(parameters.getOrDefault("jeton", List.of("")).getFirst()),
                                language(request),
                                new Brouillons.Proposed(proposal.what().valeurs(), true));
        var told = proposals.taken(asked, proposal, id) ? "" : "?fait=" + FillController.LINK_SPENT;
        return Counter.seeOther(Counter.path(id) + "/remplir" + told);
    }

    private PublishedRevision open(String slug) {
        return revisions
                .latest(slug)
                .filter(PublishedRevision::open)
                .orElseThrow(Counter::notFound);
    }

    private static List<String> labels(List<Champ> champs, Predicate<Champ> wanted) {
        return champs.stream().filter(wanted).map(Champ::label).toList();
    }

    /** The language of the pages, in which letters are then written. */
    static String language(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, "socle_langue");
        return cookie != null && cookie.getValue().equals("en") ? "en" : "fr";
    }

    /** A form without its token begins a dossier of its own. */
    static UUID token(String jeton) {
        try {
            return UUID.fromString(jeton);
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }
}
