package fr.socle.avis.web;

import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A form that a service made: {@code /Demarches/avis/<form>?button=<n>}, as those of Je donne mon
 * avis are built. Who began with a version of its questions ends with it, whatever becomes of the
 * form meanwhile.
 */
@Controller
@Public
@RequestMapping("/Demarches/avis/{form}")
class FormController {

    private final Asking asking;
    private final FormFilling filling;

    FormController(Asking asking, FormFilling filling) {
        this.asking = asking;
        this.filling = filling;
    }

    @GetMapping
    Page ask(
            @PathVariable("form") String number,
            @RequestParam(defaultValue = "1") String etape,
            @RequestParam(defaultValue = "") String essai,
            @RequestParam(defaultValue = "") String langue) {
        return filling.ask(asking.of(number, essai, "", langue), Step.of(etape));
    }

    @PostMapping
    Object give(
            @PathVariable("form") String number,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var typed = Form.of(parameters);
        var asked =
                asking.of(
                        number,
                        typed.typed("essai"),
                        typed.typed("questions"),
                        typed.typed("langue"));
        return filling.give(asked, parameters, request);
    }
}
