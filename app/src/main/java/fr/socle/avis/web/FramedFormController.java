package fr.socle.avis.web;

import fr.socle.avis.form.ServiceForm;
import fr.socle.avis.words.Rule;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
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
 * A form as it stands in a frame on the page of another site: the same questions without the
 * surroundings. Only the sites that the form names may show it (CSP, {@code frame-ancestors}).
 */
@Controller
@Public
@RequestMapping("/Demarches/avis/{form}" + FramedFormController.FRAME)
class FramedFormController {

    static final String FRAME = "/cadre";

    /** What a browser says of a page of ours; one that says nothing is an old one. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final Asking asking;
    private final FormFilling filling;

    FramedFormController(Asking asking, FormFilling filling) {
        this.asking = asking;
        this.filling = filling;
    }

    @GetMapping
    Page ask(
            @PathVariable("form") String number,
            @RequestParam(defaultValue = "1") String etape,
            @RequestParam(defaultValue = "") String essai,
            @RequestParam(defaultValue = "") String langue,
            HttpServletResponse response) {
        var asked = asking.framed(number, essai, "", langue);
        allow(asked.form(), response);
        return filling.ask(asked, Step.of(etape));
    }

    @PostMapping
    Object give(
            @PathVariable("form") String number,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        var sender = request.getHeader("Sec-Fetch-Site");
        if (sender != null && !OURS.contains(sender)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var typed = Form.of(parameters);
        var asked =
                asking.framed(
                        number,
                        typed.typed("essai"),
                        typed.typed("questions"),
                        typed.typed("langue"));
        allow(asked.form(), response);
        return filling.give(asked, parameters, request);
    }

    @GetMapping("/merci")
    Page thanks(
            @PathVariable("form") String number,
            @RequestParam(defaultValue = "") String masque,
            HttpServletResponse response) {
        var asked = asking.framed(number, "", "", "");
        allow(asked.form(), response);
        return new ThanksPage(asked.judged(), Rule.all(masque), asked.form().origins());
    }

    private static void allow(ServiceForm form, HttpServletResponse response) {
        var sites = form.origins().isEmpty() ? "'none'" : String.join(" ", form.origins());
        response.setHeader("Content-Security-Policy", FrameDoors.POLICY + sites);
    }
}
