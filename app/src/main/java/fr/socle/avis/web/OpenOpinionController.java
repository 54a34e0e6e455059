package fr.socle.avis.web;

import fr.socle.avis.JudgedId;
import fr.socle.avis.token.Opinions.Said;
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
import java.util.Optional;
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

    /** Twenty at once from one place about one service, then one now and then. */
    private static final Tries.Door DOOR = new Tries.Door("avis-ouvert", false);

    private final OpinionForm form;
    private final Demarches demarches;
    private final Tries tries;

    OpenOpinionController(OpinionForm form, Demarches demarches, Tries tries) {
        this.form = form;
        this.demarches = demarches;
        this.tries = tries;
    }

    @GetMapping
    Page ask(
            @PathVariable String demarche,
            @RequestParam(defaultValue = "1") String etape,
            @RequestParam(defaultValue = "") String essai,
            @RequestParam(defaultValue = "") String langue) {
        var judged = published(demarche);
        var once = number(essai);
        return form.show(place(judged, once, langue), about(judged, once), Step.of(etape));
    }

    @PostMapping
    Object give(
            @PathVariable String demarche,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var judged = published(demarche);
        var typed = Form.of(parameters);
        var once = number(typed.typed("essai"));
        var place = place(judged, once, typed.typed("langue"));
        if (makesOne(parameters)) {
            try {
                tries.begin(DOOR, judged.id().toString(), request).wrong();
            } catch (TooManyTries flood) {
                typed.reject("satisfaction", Refusal.of("avis.refused.flood", flood.seconds()));
                return OpinionPage.of(place, Step.SATISFACTION, typed, false).flooded();
            }
        }
        return form.keep(place, about(judged, once), typed);
    }

    /** A first step that is answered makes an opinion: it alone is counted against a flood. */
    private static boolean makesOne(MultiValueMap<String, String> parameters) {
        var form = Form.of(parameters);
        return Step.of(form.typed("etape")) == Step.SATISFACTION
                && Questions.read(Step.SATISFACTION, form).on(Optional.empty()).isPresent();
    }

    private static Said about(PublishedDemarche judged, UUID once) {
        return Said.open(once, JudgedId.of(judged.id()));
    }

    private static UUID number(String typed) {
        return DemarcheId.of(typed).map(DemarcheId::value).orElseGet(UUID::randomUUID);
    }

    private PublishedDemarche published(String demarche) {
        return DemarcheId.of(demarche)
                .flatMap(demarches::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static OpinionPage.Place place(PublishedDemarche judged, UUID once, String langue) {
        return new OpinionPage.Place(
                "/Demarches/" + judged.id(), judged.title(), once, Tongue.of(langue).orElse(null));
    }
}
