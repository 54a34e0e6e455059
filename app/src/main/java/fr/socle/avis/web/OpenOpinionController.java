package fr.socle.avis.web;

import fr.socle.avis.JudgedId;
import fr.socle.avis.form.Judged;
import fr.socle.avis.form.Questions;
import fr.socle.avis.form.Services;
import fr.socle.avis.store.Asked;
import fr.socle.avis.token.Opinions.Said;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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

    private final OpinionForm form;
    private final OpenDoor door;
    private final Services services;

    OpenOpinionController(OpinionForm form, OpenDoor door, Services services) {
        this.form = form;
        this.door = door;
        this.services = services;
    }

    @GetMapping
    Page ask(
            @PathVariable String demarche,
            @RequestParam(defaultValue = "1") String etape,
            @RequestParam(defaultValue = "") String essai,
            @RequestParam(defaultValue = "") String langue) {
        var judged = judged(demarche);
        var once = number(essai);
        return form.show(place(judged, once, langue), about(judged, once), Step.of(etape));
    }

    @PostMapping
    Object give(
            @PathVariable String demarche,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var judged = judged(demarche);
        var typed = Form.of(parameters);
        var once = number(typed.typed("essai"));
        var place = place(judged, once, typed.typed("langue"));
        return door.keep(place, about(judged, once), parameters, request);
    }

    private static Said about(Judged judged, UUID once) {
        return Said.open(once, judged.id(), Asked.COMMON);
    }

    /** The number that the form carries; a fresh one where it carries none. */
    static UUID number(String typed) {
        return JudgedId.of(typed).map(JudgedId::value).orElseGet(UUID::randomUUID);
    }

    private Judged judged(String demarche) {
        return JudgedId.of(demarche)
                .flatMap(services::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static OpinionPage.Place place(Judged judged, UUID once, String langue) {
        return new OpinionPage.Place(
                "/Demarches/" + judged.id(),
                judged.title(),
                once,
                Tongue.of(langue).orElse(null),
                Questions.COMMON,
                null);
    }
}
