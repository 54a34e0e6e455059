package fr.socle.avis.web;

import fr.socle.avis.JudgedId;
import fr.socle.avis.form.Questions;
import fr.socle.avis.token.Opinions.Said;
import fr.socle.house.TooManyTries;
import fr.socle.house.Tries;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What comes without a token: kept as all the rest, but held up when it comes as a flood. */
@Component
class OpenDoor {

    /** Twenty at once from one place about one service, then one now and then. */
    private static final Tries.Door DOOR = new Tries.Door("avis-ouvert", false);

    private final OpinionForm form;
    private final Tries tries;

    OpenDoor(OpinionForm form, Tries tries) {
        this.form = form;
        this.tries = tries;
    }

    /** Keeps one step; a form that is shown again when it is wrong or comes too fast. */
    Object keep(
            OpinionPage.Place place,
            Said about,
            MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var typed = Form.of(parameters);
        if (makesOne(parameters, place.asked())
                && flooded(typed, "satisfaction", about.service(), request)) {
            return OpinionPage.of(place, Step.SATISFACTION, typed, false).flooded();
        }
        return form.keep(place, about, typed);
    }

    /** Counts one more; when that is too many, this field of the form tells for how long. */
    boolean flooded(Form typed, String field, JudgedId service, HttpServletRequest request) {
        try {
            tries.begin(DOOR, service.toString(), request).wrong();
            return false;
        } catch (TooManyTries flood) {
            typed.reject(field, Refusal.of("avis.refused.flood", flood.seconds()));
            return true;
        }
    }

    /** A first step that is answered makes an opinion: it alone is counted against a flood. */
    private static boolean makesOne(MultiValueMap<String, String> parameters, Questions asked) {
        var form = Form.of(parameters);
        return Step.of(form.typed("etape")) == Step.SATISFACTION
                && Answers.read(Step.SATISFACTION, form, asked).on(Optional.empty()).isPresent();
    }
}
