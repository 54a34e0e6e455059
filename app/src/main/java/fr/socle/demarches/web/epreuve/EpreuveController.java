package fr.socle.demarches.web.epreuve;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.demarches.depot.Completeness;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.demarches.epreuve.Epreuve;
import fr.socle.demarches.epreuve.EpreuveForm;
import fr.socle.demarches.epreuve.Epreuves;
import fr.socle.demarches.web.answers.Answers;
import fr.socle.demarches.web.form.Action;
import fr.socle.demarches.web.form.FormReader;
import fr.socle.demarches.web.form.FormView;
import fr.socle.demarches.web.form.Received;
import fr.socle.demarches.web.form.TypedAnswers;
import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.pieces.Uploads;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Testers fill the draft of a procedure. The secrets in the address are all that they need; what
 * they fill is no dossier.
 */
@Controller
@Public
@RequestMapping("/essais/{token}")
class EpreuveController {

    /** A test is typed by hand, and holds no file. */
    private static final Uploads.Limits LIMITS = new Uploads.Limits(12_000, 60_000, 1_000_000);

    private final Epreuves epreuves;
    private final DemarcheBuilder builder;
    private final Directory directory;

    EpreuveController(Epreuves epreuves, DemarcheBuilder builder, Directory directory) {
        this.epreuves = epreuves;
        this.builder = builder;
        this.directory = directory;
    }

    @GetMapping
    Page show(@PathVariable String token) {
        return start(token, false);
    }

    @PostMapping
    Object begin(@PathVariable String token) {
        return epreuves.begin(token, demarche(token).fiche().draft())
                .<Object>map(it -> seeOther(path(token, it)))
                .orElseGet(() -> start(token, true));
    }

    @GetMapping("/{secret}")
    Page fill(@PathVariable String token, @PathVariable String secret) {
        var here = here(token, secret);
        if (here.epreuve.depositedAt() != null) {
            return read(here, false);
        }
        var reponses = here.epreuve.reponses();
        var typed = TypedAnswers.of(here.epreuve.definition(), reponses);
        return form(here, TypedAnswers.form(typed), reponses, false);
    }

    @PostMapping("/{secret}")
    Object save(
            @PathVariable String token, @PathVariable String secret, HttpServletRequest request) {
        var here = here(token, secret);
        if (here.epreuve.depositedAt() != null) {
            return seeOther(here.path);
        }
        var sent =
                Received.typedOnly(request, LIMITS)
                        .orElseThrow(() -> status(HttpStatus.CONTENT_TOO_LARGE));
        var pressed = sent.getFirst(Action.NAME);
        var action = Action.read(pressed == null ? "" : pressed);
        action.apply(sent);
        var form = TypedAnswers.form(sent);
        var definition = here.epreuve.definition();
        var reponses =
                new FormReader(sent, form, Set.of()).read(definition, here.epreuve.reponses());
        if (form.version() < 0) {
            throw status(HttpStatus.BAD_REQUEST);
        }
        if (form.version() != here.epreuve.version()) {
            return form(here, form, reponses, true);
        }
        if (!form.ok()) {
            return form(here, form, reponses, false);
        }
        if (!epreuves.keep(secret, here.epreuve.version(), reponses)) {
            return form(here(token, secret), form, reponses, true);
        }
        return action instanceof Action.Continue
                ? then(here(token, secret), form)
                : seeOther(here.path);
    }

    /** On to reading again, when nothing is missing. */
    private Object then(Here here, Form form) {
        var reponses = here.epreuve.reponses();
        var missing = Completeness.missing(here.epreuve.definition(), reponses);
        if (missing.isEmpty()) {
            return seeOther(here.path + "/relire");
        }
        missing.forEach(it -> form.reject(it.field(), it.refusal()));
        return form(here, form, reponses, false);
    }

    @GetMapping("/{secret}/relire")
    Object review(@PathVariable String token, @PathVariable String secret) {
        var here = here(token, secret);
        return here.epreuve.depositedAt() == null && ready(here)
                ? read(here, false)
                : seeOther(here.path);
    }

    @PostMapping("/{secret}/deposer")
    Object deposit(
            @PathVariable String token,
            @PathVariable String secret,
            @RequestParam MultiValueMap<String, String> parameters) {
        var here = here(token, secret);
        if (here.epreuve.depositedAt() != null || !ready(here)) {
            return seeOther(here.path);
        }
        return epreuves.deposit(secret, Form.of(parameters).version())
                ? seeOther(here.path)
                : read(here(token, secret), true);
    }

    private static boolean ready(Here here) {
        return Completeness.missing(here.epreuve.definition(), here.epreuve.reponses()).isEmpty();
    }

    /** One test, and where it is. */
    private record Here(String title, String home, String path, Epreuve epreuve) {}

    private Here here(String token, String secret) {
        var epreuve = epreuves.read(token, secret).orElseThrow(() -> status(HttpStatus.NOT_FOUND));
        return new Here(
                demarche(token).fiche().facts().title(),
                "/essais/" + token,
                path(token, secret),
                epreuve);
    }

    private Demarche demarche(String token) {
        return epreuves.find(token)
                .flatMap(builder::find)
                .orElseThrow(() -> status(HttpStatus.NOT_FOUND));
    }

    private Page start(String token, boolean full) {
        var fiche = demarche(token).fiche();
        return new EpreuvePage(
                fiche.facts().title(),
                directory.organisation(fiche.organisation()).map(Organisation::name).orElse(""),
                EpreuveForm.documents(fiche.draft()),
                EpreuveForm.known(fiche.draft()),
                "/essais/" + token,
                Epreuves.MOST,
                full);
    }

    private static Page form(Here here, Form form, Reponses reponses, boolean overtaken) {
        var definition = here.epreuve.definition();
        return new EpreuveFillPage(
                here.title,
                here.path,
                FormView.of(definition, reponses, Map.of()),
                form,
                here.epreuve.version(),
                here.epreuve.changedAt(),
                FormView.conditional(definition),
                overtaken);
    }

    private static Page read(Here here, boolean stale) {
        return new EpreuveReadPage(
                here.title,
                here.home,
                here.path,
                Answers.of(here.epreuve.definition(), here.epreuve.reponses(), Map.of()),
                here.epreuve.version(),
                here.epreuve.depositedAt() != null,
                stale);
    }

    private static String path(String token, String secret) {
        return "/essais/" + token + "/" + secret;
    }

    private static ResponseStatusException status(HttpStatus status) {
        return new ResponseStatusException(status);
    }

    private static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
