package fr.socle.demarches.web.agent;

import fr.socle.demarches.annotation.Annotations;
import fr.socle.demarches.depot.Joined;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.demarches.web.agent.Desk.Reached;
import fr.socle.demarches.web.form.Action;
import fr.socle.demarches.web.form.FormReader;
import fr.socle.demarches.web.form.Received;
import fr.socle.demarches.web.form.TypedAnswers;
import fr.socle.pieces.Pieces;
import fr.socle.ui.Dictionary;
import fr.socle.ui.access.SignedIn;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** An agent in charge notes something beside a dossier. Every button keeps what was typed. */
@Controller
@SignedIn
@RequestMapping("/agent/dossiers/{id}/annotations")
class AnnotationsController {

    private final Desk desk;
    private final Shelf shelf;
    private final Annotations annotations;
    private final Pieces pieces;
    private final Dictionary dictionary;

    AnnotationsController(
            Desk desk, Shelf shelf, Annotations annotations, Pieces pieces, Dictionary dictionary) {
        this.desk = desk;
        this.shelf = shelf;
        this.annotations = annotations;
        this.pieces = pieces;
        this.dictionary = dictionary;
    }

    @GetMapping
    Object show(@PathVariable String id, HttpServletRequest request) {
        if (!(desk.reach(request, id) instanceof Reached.Open(_, var dossier))) {
            return new NotInChargePage();
        }
        desk.opened(request, dossier);
        var view = seen(dossier);
        var kept = TypedAnswers.form(TypedAnswers.of(view.own(), view.kept()));
        return page(dossier, view, kept, view.kept(), null);
    }

    @PostMapping
    Object keep(@PathVariable String id, HttpServletRequest request) {
        if (!(desk.reach(request, id) instanceof Reached.Open(_, var dossier))) {
            return new NotInChargePage();
        }
        var view = seen(dossier);
        var owner = Joined.ownerOfAnnotations(dossier.fiche());
        var received = Received.read(request, pieces, owner, view.own());
        // the documents that came with the form are among those that it may name
        var present = seen(dossier);
        var sent = received.sent();
        var pressed = sent.getFirst(Action.NAME);
        var action = Action.read(pressed == null ? "" : pressed);
        action.apply(sent);
        var form = TypedAnswers.form(sent);
        received.refused().forEach(it -> form.reject(it.field(), it.refusal()));
        var typed =
                new FormReader(sent, form, present.joined().keySet()).read(view.own(), view.kept());
        if (received.broken()) {
            return shown(request, dossier, present, form, typed);
        }
        return kept(request, dossier, present, new Typed(action, form, typed));
    }

    /** What a form says. */
    private record Typed(Action action, Form form, Reponses values) {}

    private Object kept(HttpServletRequest request, Depose dossier, NotedView view, Typed typed) {
        var form = typed.form();
        if (form.version() < 0) {
            // because no form of ours goes without one
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (!form.ok()) {
            return shown(request, dossier, view, form, typed.values());
        }
        var values = typed.values().valeurs();
        if (!annotations.write(dossier, Desk.agent(request), form.version(), values)) {
            desk.opened(request, dossier);
            var present = seen(dossier);
            var differences = present.differences(values, dictionary.french());
            return page(dossier, present, form, typed.values(), differences);
        }
        return ListeDesk.seeOther(
                "/agent/dossiers/"
                        + dossier.id()
                        + (typed.action() instanceof Action.Keep
                                ? "#annotations"
                                : "/annotations"));
    }

    private NotedView seen(Depose dossier) {
        var view = shelf.noted(dossier);
        if (view.own().champs().isEmpty()) {
            throw Desk.notFound();
        }
        return view;
    }

    private AnnotationsPage shown(
            HttpServletRequest request, Depose dossier, NotedView view, Form form, Reponses typed) {
        desk.opened(request, dossier);
        // what a colleague does meanwhile is told when the form is sent again
        var version = form.version() < 0 ? view.noted().version() : form.version();
        return new AnnotationsPage(dossier, view.elements(typed.valeurs()), form, version, null);
    }

    private static AnnotationsPage page(
            Depose dossier,
            NotedView view,
            Form form,
            Reponses typed,
            @Nullable Map<String, String> overtaken) {
        return new AnnotationsPage(
                dossier, view.elements(typed.valeurs()), form, view.noted().version(), overtaken);
    }
}
