package fr.socle.avis.web;

import fr.socle.avis.JudgedId;
import fr.socle.avis.form.Forms;
import fr.socle.avis.form.ServiceForm;
import fr.socle.avis.form.Services;
import fr.socle.avis.store.Asked;
import fr.socle.avis.store.OpinionStore.Kept;
import fr.socle.avis.token.Opinions;
import fr.socle.avis.token.Opinions.Said;
import fr.socle.kernel.Parsed;
import fr.socle.ui.form.Reading;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds which form is filled, in which version of its questions. */
@Component
class Asking {

    private final Forms forms;
    private final Services services;
    private final Opinions opinions;

    Asking(Forms forms, Services services, Opinions opinions) {
        this.forms = forms;
        this.services = services;
        this.opinions = opinions;
    }

    /**
     * On a page of this house.
     *
     * @param version which questions the page showed, as it says; that of the first answer goes
     *     before
     */
    Filled of(String number, String essai, String version, String langue) {
        var form = form(number);
        return filled(form, form.path(), null, new Typed(essai, version, langue));
    }

    /** In a frame on the page of another site. */
    Filled framed(String number, String essai, String version, String langue) {
        var form = form(number);
        var action = form.path() + FramedFormController.FRAME;
        return filled(form, action, form.origins(), new Typed(essai, version, langue));
    }

    private record Typed(String essai, String version, String langue) {}

    private Filled filled(
            ServiceForm form, String action, @Nullable List<String> sites, Typed typed) {
        var judged = services.find(form.service()).orElseThrow(Asking::unknown);
        var once = OpenOpinionController.number(typed.essai());
        var kept =
                opinions.said(Said.open(once, judged.id(), new Asked(form.id(), 0)))
                        .map(Kept::questions);
        var questions =
                kept.or(() -> read(typed.version()))
                        .flatMap(it -> forms.questions(form, it))
                        .orElse(form.questions());
        var tongue = Tongue.of(typed.langue()).orElse(null);
        var place = new OpinionPage.Place(action, judged.title(), once, tongue, questions, sites);
        return new Filled(form, judged, once, questions, kept.isPresent(), place);
    }

    private ServiceForm form(String number) {
        return JudgedId.of(number)
                .flatMap(it -> forms.find(it.value()))
                .orElseThrow(Asking::unknown);
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
