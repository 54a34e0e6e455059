package fr.socle.avis.web;

import fr.socle.avis.JudgedId;
import fr.socle.avis.store.Opinion;
import fr.socle.avis.token.Opinions;
import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.Demarches;
import fr.socle.demarches.PublishedDemarche;
import fr.socle.house.TooManyTries;
import fr.socle.house.Tries;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
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
 * An open opinion, through the link that a service puts on its pages: {@code
 * /Demarches/<number>?button=<n>}, as those of Je donne mon avis are built.
 */
@Controller
@Public
@RequestMapping("/Demarches/{demarche}")
class OpenOpinionController {

    /** Twenty at once from one place about one service, then one now and then. */
    private static final Tries.Door DOOR = new Tries.Door("avis-ouvert", false);

    private final Opinions opinions;
    private final Demarches demarches;
    private final Tries tries;

    OpenOpinionController(Opinions opinions, Demarches demarches, Tries tries) {
        this.opinions = opinions;
        this.demarches = demarches;
        this.tries = tries;
    }

    @GetMapping
    Page ask(@PathVariable String demarche) {
        return page(published(demarche), Form.blank(), UUID.randomUUID(), 200);
    }

    @PostMapping
    Object give(
            @PathVariable String demarche,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var judged = published(demarche);
        var form = Form.of(parameters);
        var once =
                DemarcheId.of(form.typed("essai"))
                        .map(DemarcheId::value)
                        .orElseGet(UUID::randomUUID);
        var opinion = Questions.read(form);
        return opinion.isEmpty()
                ? page(judged, form, once, 422)
                : give(judged, form, once, opinion.get(), request);
    }

    private Object give(
            PublishedDemarche judged,
            Form form,
            UUID once,
            Opinion opinion,
            HttpServletRequest request) {
        try {
            tries.begin(DOOR, judged.id().toString(), request).wrong();
        } catch (TooManyTries flood) {
            form.reject("satisfaction", Refusal.of("avis.refused.flood", flood.seconds()));
            return page(judged, form, once, 429);
        }
        opinions.give(JudgedId.of(judged.id()), once, opinion);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(OpinionController.thanks(judged.id(), opinion))
                .build();
    }

    private PublishedDemarche published(String demarche) {
        return DemarcheId.of(demarche)
                .flatMap(demarches::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Page page(PublishedDemarche judged, Form form, UUID once, int status) {
        return new OpinionPage("/Demarches/" + judged.id(), judged.title(), form, once, status);
    }
}
