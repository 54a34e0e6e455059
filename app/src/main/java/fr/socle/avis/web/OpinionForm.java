package fr.socle.avis.web;

import fr.socle.avis.token.Opinions;
import fr.socle.avis.token.Opinions.Said;
import fr.socle.avis.words.Masked;
import fr.socle.avis.words.Rule;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The form in steps, the same with a token and without. */
@Component
class OpinionForm {

    private final Opinions opinions;

    OpinionForm(Opinions opinions) {
        this.opinions = opinions;
    }

    /** A step with what was answered so far; the first one as long as nothing was. */
    Page show(OpinionPage.Place place, Said about, Step wanted) {
        var step = place.steps().contains(wanted) ? wanted : Step.SATISFACTION;
        return opinions.said(about)
                .map(it -> OpinionPage.of(place, step, Answers.filled(it.opinion()), true))
                .orElseGet(() -> OpinionPage.of(place, Step.SATISFACTION, Form.blank(), false));
    }

    /** Keeps a step and goes on to the next one. */
    Object keep(OpinionPage.Place place, Said about, Form form) {
        var step = Step.of(form.typed("etape"));
        var answer = Answers.read(step, form, place.asked());
        if (!form.ok()) {
            return OpinionPage.of(place, step, form, opinions.said(about).isPresent());
        }
        var kept = opinions.keep(about, answer);
        // without its first answer there is nothing to go on with
        var next = kept.isEmpty() ? Optional.of(Step.SATISFACTION) : place.next(step);
        return seeOther(
                next.map(place::at)
                        .orElseGet(
                                () ->
                                        place.thanks(
                                                about.service(), masked(form.typed("verbatim")))));
    }

    static ResponseEntity<Void> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
    }

    /** Which rules mask something of the text, by their codes. */
    static String masked(String verbatim) {
        return Masked.of(verbatim).rules().stream()
                .map(Rule::code)
                .sorted()
                .collect(Collectors.joining(","));
    }
}
