package fr.socle.avis.web;

import fr.socle.avis.JudgedId;
import fr.socle.avis.form.Forms;
import fr.socle.avis.form.Judged;
import fr.socle.avis.form.Questions;
import fr.socle.avis.form.ServiceForm;
import fr.socle.avis.form.Services;
import fr.socle.avis.form.Template;
import fr.socle.avis.store.Asked;
import fr.socle.avis.store.OpinionStore.Kept;
import fr.socle.avis.token.Opinions;
import fr.socle.avis.token.Opinions.Said;
import fr.socle.kernel.Parsed;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

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
    private final OpinionForm form;
    private final OpenDoor door;
    private final Remarks remarks;

    FormController(Asking asking, OpinionForm form, OpenDoor door, Remarks remarks) {
        this.asking = asking;
        this.form = form;
        this.door = door;
        this.remarks = remarks;
    }

    @GetMapping
    Page ask(
            @PathVariable("form") String number,
            @RequestParam(defaultValue = "1") String etape,
            @RequestParam(defaultValue = "") String essai,
            @RequestParam(defaultValue = "") String langue) {
        var asked = asking.of(number, essai, "", langue);
        if (!asked.mayBegin()) {
            return new ClosedFormPage(asked.judged());
        }
        return asked.form().template() == Template.REMARQUES
                ? RemarkPage.of(asked, Form.blank())
                : form.show(asked.place(), asked.about(), Step.of(etape));
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
        if (!asked.mayBegin()) {
            return new ClosedFormPage(asked.judged());
        }
        return asked.form().template() == Template.REMARQUES
                ? remarks.keep(asked, typed, request)
                : door.keep(asked.place(), asked.about(), parameters, request);
    }

    /**
     * A form as somebody fills it.
     *
     * @param questions the version that he began with
     * @param begun whether something of his is kept
     */
    record Filled(
            ServiceForm form,
            Judged judged,
            UUID once,
            Questions questions,
            boolean begun,
            OpinionPage.Place place) {

        Said about() {
            return Said.open(once, judged.id(), new Asked(form.id(), questions.number()));
        }

        boolean mayBegin() {
            return form.open() || begun;
        }
    }

    /** Finds what is asked of whom. */
    @Component
    record Asking(Forms forms, Services services, Opinions opinions) {

        /**
         * @param version which questions the page showed, as it says; that of the first answer goes
         *     before
         */
        Filled of(String number, String essai, String version, String langue) {
            var found =
                    JudgedId.of(number)
                            .flatMap(it -> forms.find(it.value()))
                            .orElseThrow(Asking::unknown);
            var judged = services.find(found.service()).orElseThrow(Asking::unknown);
            var once = OpenOpinionController.number(essai);
            var kept =
                    opinions.said(Said.open(once, judged.id(), new Asked(found.id(), 0)))
                            .map(Kept::questions);
            var questions =
                    kept.or(() -> read(version))
                            .flatMap(it -> forms.questions(found, it))
                            .orElse(found.questions());
            var place =
                    new OpinionPage.Place(
                            found.path(),
                            judged.title(),
                            once,
                            Tongue.of(langue).orElse(null),
                            questions);
            return new Filled(found, judged, once, questions, kept.isPresent(), place);
        }

        private static Optional<Integer> read(String version) {
            return Reading.whole(1, Integer.MAX_VALUE).apply(version)
                            instanceof Parsed.Valid<Long>(var it)
                    ? Optional.of(it.intValue())
                    : Optional.empty();
        }

        private static ResponseStatusException unknown() {
            return new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
