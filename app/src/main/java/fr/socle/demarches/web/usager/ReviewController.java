package fr.socle.demarches.web.usager;

import fr.socle.demarches.DossierState;
import fr.socle.demarches.depot.Brouillons;
import fr.socle.demarches.depot.Completeness;
import fr.socle.demarches.depot.DepotOutcome;
import fr.socle.demarches.depot.Depots;
import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.web.answers.Answers;
import fr.socle.demarches.web.usager.ReviewPage.Problem;
import fr.socle.ui.access.ForUsager;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reading a dossier again, depositing it, throwing a draft away. */
@Controller
@ForUsager
@RequestMapping("/mes-dossiers/{id}")
class ReviewController {

    private final Counter counter;
    private final Depots depots;
    private final Brouillons drafts;

    ReviewController(Counter counter, Depots depots, Brouillons drafts) {
        this.counter = counter;
        this.depots = depots;
        this.drafts = drafts;
    }

    @GetMapping("/relire")
    Object review(@PathVariable String id, HttpServletRequest request) {
        var opened = counter.openedByAll(request, id);
        return review(
                opened.stored(),
                opened.moved() ? Problem.REVISED : Problem.NONE,
                Counter.isOwner(request, opened.stored().dossier()));
    }

    /** Pressed twice, or from a page of yesterday, it deposits once. */
    @PostMapping("/deposer")
    Object deposit(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var opened = counter.opened(request, id);
        var seen = opened.stored();
        if (opened.moved()) {
            return review(seen, Problem.REVISED);
        }
        var path = Counter.path(seen.dossier().id());
        var owner = seen.dossier().fiche().person();
        var version = Form.of(parameters).version();
        return switch (depots.deposit(seen.dossier().id(), owner, version)) {
            case DepotOutcome.Done _ -> Counter.seeOther(path + "?fait=depose");
            case DepotOutcome.Already _ -> already(counter.mine(request, id).dossier());
            case DepotOutcome.Incomplete _ -> review(counter.mine(request, id), Problem.INCOMPLETE);
            case DepotOutcome.Stale _ -> review(counter.mine(request, id), Problem.STALE);
            case DepotOutcome.Closed _ -> review(counter.mine(request, id), Problem.CLOSED);
            case DepotOutcome.Unknown _ -> throw Counter.notFound();
        };
    }

    /** Pressed twice, or the service began to examine it while its usager wrote. */
    private static Object already(Dossier dossier) {
        return dossier.state() == DossierState.EN_CONSTRUCTION
                ? Counter.seeOther(Counter.path(dossier.id()))
                : Counter.tooLate(dossier.id());
    }

    @PostMapping("/supprimer")
    Object discard(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var seen = counter.mine(request, id);
        var version = Form.of(parameters).version();
        return drafts.discard(seen, version)
                ? Counter.seeOther("/mes-dossiers?fait=supprime")
                : Counter.seeOther(Counter.path(seen.dossier().id()));
    }

    /** The usager has read which answers found no place in the newest revision. */
    @PostMapping("/ecartees")
    Object forget(@PathVariable String id, HttpServletRequest request) {
        var seen = counter.mine(request, id);
        counter.forgetAside(seen.dossier());
        return Counter.seeOther(Counter.path(seen.dossier().id()) + "/remplir");
    }

    private Object review(Stored seen, Problem problem) {
        return review(seen, problem, true);
    }

    private Object review(Stored seen, Problem problem, boolean owner) {
        var reponses = Brouillons.writable(seen.dossier());
        if (reponses.isEmpty()) {
            return Counter.seeOther(Counter.path(seen.dossier().id()));
        }
        var definition = counter.fields(seen.dossier());
        var missing = Completeness.missing(definition, reponses.get());
        var told =
                missing.isEmpty() || problem == Problem.CLOSED || problem == Problem.STALE
                        ? problem
                        : Problem.INCOMPLETE;
        return new ReviewPage(
                seen.dossier().fiche(),
                owner,
                Answers.of(definition, reponses.get(), counter.joined(seen.dossier())),
                seen.version(),
                !(seen.dossier() instanceof Dossier.Brouillon),
                Lack.of(definition, missing),
                counter.aside(seen.dossier()),
                told);
    }
}
