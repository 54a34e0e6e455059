package fr.socle.demarches.web.usager;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.depot.Brouillons;
import fr.socle.demarches.depot.Completeness;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Joined;
import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.demarches.web.form.Action;
import fr.socle.demarches.web.form.FormReader;
import fr.socle.demarches.web.form.Received;
import fr.socle.demarches.web.form.TypedAnswers;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.Pieces;
import fr.socle.ui.access.ForUsager;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Fills a draft, or corrects what an agent asked to correct. Every button keeps what was typed. */
@Controller
@ForUsager
@RequestMapping("/mes-dossiers/{id}/remplir")
class FillController {

    /** Of {@code fait}: see {@link FillPage.LinkSpent}. */
    static final String LINK_SPENT = "lien-pris";

    private final Counter counter;
    private final Brouillons drafts;
    private final DossierStore store;
    private final Pieces pieces;
    private final EndedSessions ended;

    FillController(
            Counter counter,
            Brouillons drafts,
            DossierStore store,
            Pieces pieces,
            EndedSessions ended) {
        this.counter = counter;
        this.drafts = drafts;
        this.store = store;
        this.pieces = pieces;
        this.ended = ended;
    }

    @GetMapping
    Object show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var opened = counter.openedByAll(request, id);
        var seen = opened.stored();
        var writable = Brouillons.writable(seen.dossier());
        if (writable.isEmpty()) {
            return Counter.seeOther(Counter.path(seen.dossier().id()));
        }
        var asked = counter.asked(seen.dossier());
        var told = opened.moved() ? new FillPage.Revised() : told(fait);
        return ended.kept(request, seen.dossier().id())
                .map(it -> view(asked, seen, request).restored(it, writable.get()))
                .orElseGet(() -> view(asked, seen, request).kept(writable.get(), told));
    }

    private static FillPage.@Nullable Told told(String fait) {
        return switch (fait) {
            case "enregistre" -> new FillPage.Kept();
            case LINK_SPENT -> new FillPage.LinkSpent();
            default -> null;
        };
    }

    @PostMapping
    Object save(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        var seen = counter.writtenByAll(request, id);
        var writable = Brouillons.writable(seen.dossier());
        if (writable.isEmpty()) {
            return Counter.tooLate(seen.dossier().id());
        }
        var asked = counter.asked(seen.dossier());
        var owner = Joined.owner(seen.dossier().fiche());
        var received = Received.read(request, pieces, owner, asked.definition());
        var written =
                Written.of(
                        received,
                        asked,
                        writable.get(),
                        view(asked, seen, request).own(),
                        Counter.isOwner(request, seen.dossier()));
        var answer = keep(seen, asked, written, request);
        if (answer instanceof ResponseEntity<?>) {
            ended.forget(request, response, seen.dossier().id());
        }
        return answer;
    }

    /**
     * What a form says.
     *
     * @param reponses the answers with what was typed
     * @param broken whether it could not be read to its end, its version perhaps missing
     */
    private record Written(Action action, Form form, Reponses reponses, boolean broken) {

        static Written of(
                Received received,
                PublishedRevision asked,
                Reponses before,
                Set<PieceId> own,
                boolean owner) {
            var sent = received.sent();
            var pressed = sent.getFirst(Action.NAME);
            var action = allowed(Action.read(pressed == null ? "" : pressed), owner);
            action.apply(sent);
            var form = TypedAnswers.form(sent);
            received.refused().forEach(it -> form.reject(it.field(), it.refusal()));
            var reponses = new FormReader(sent, form, own).read(asked.definition(), before);
            return new Written(action, form, reponses, received.broken());
        }

        /** What other administrations know is asked for its usager, and by nobody else. */
        private static Action allowed(Action action, boolean owner) {
            return switch (action) {
                case Action.Ask _, Action.Decline _ -> owner ? action : new Action.Refresh();
                case Action.Continue _, Action.Keep _, Action.Refresh _ -> action;
                case Action.AddRow _, Action.RemoveRow _, Action.RemovePiece _ -> action;
            };
        }
    }

    private Object keep(
            Stored seen, PublishedRevision asked, Written written, HttpServletRequest request) {
        var form = written.form();
        if (written.broken()) {
            return view(asked, seen, request).refused(form, written.reponses());
        }
        if (form.version() < 0) {
            // because no form of ours goes without one: it came in a charset that nobody knows, say
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (form.version() != seen.version()) {
            return view(asked, seen, request).overtaken(form, written.reponses());
        }
        if (!form.ok()) {
            return view(asked, seen, request).refused(form, written.reponses());
        }
        var reponses =
                written.action() instanceof Action.Decline(var champ)
                        ? drafts.decline(asked, written.reponses(), champ)
                        : written.reponses();
        if (!drafts.keep(seen, seen.version(), reponses)) {
            return view(asked, again(seen), request).overtaken(form, written.reponses());
        }
        return then(
                again(seen), asked, new Written(written.action(), form, reponses, false), request);
    }

    /** Where the button leads once everything is kept. */
    private Object then(
            Stored kept, PublishedRevision asked, Written written, HttpServletRequest request) {
        var path = Counter.path(kept.dossier().id());
        return switch (written.action()) {
            case Action.Continue _ -> review(kept, asked, written, request);
            case Action.Keep _ -> Counter.seeOther(path + "/remplir?fait=enregistre");
            case Action.Refresh _ -> Counter.seeOther(path + "/remplir");
            case Action.AddRow(var champ) ->
                    Counter.seeOther(path + "/remplir#c." + champ + ".ligne");
            case Action.RemoveRow(var champ, _) ->
                    Counter.seeOther(path + "/remplir#c." + champ + ".ligne");
            case Action.RemovePiece _ -> Counter.seeOther(path + "/remplir");
            case Action.Decline(var champ) -> Counter.seeOther(path + "/remplir#c." + champ);
            case Action.Ask(var champ) -> {
                var usager = counter.usager(request);
                var fiche = kept.dossier().fiche();
                var told = drafts.ask(fiche, asked, written.reponses(), usager, champ);
                drafts.keep(kept, kept.version(), told);
                yield Counter.seeOther(path + "/remplir#c." + champ);
            }
        };
    }

    private Object review(
            Stored kept, PublishedRevision asked, Written written, HttpServletRequest request) {
        var missing = Completeness.missing(asked.definition(), written.reponses());
        if (missing.isEmpty()) {
            return Counter.seeOther(Counter.path(kept.dossier().id()) + "/relire");
        }
        missing.forEach(it -> written.form().reject(it.field(), it.refusal()));
        return view(asked, kept, request).refused(written.form(), written.reponses());
    }

    private Stored again(Stored seen) {
        return store.find(seen.dossier().id()).orElseThrow(Counter::notFound);
    }

    private FillView view(PublishedRevision asked, Stored seen, HttpServletRequest request) {
        return new FillView(
                asked.definition(),
                seen,
                Counter.isOwner(request, seen.dossier()),
                counter.joined(seen.dossier()),
                () -> counter.aside(seen.dossier()));
    }
}
