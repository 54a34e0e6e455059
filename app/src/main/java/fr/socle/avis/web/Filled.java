package fr.socle.avis.web;

import fr.socle.avis.form.Judged;
import fr.socle.avis.form.Questions;
import fr.socle.avis.form.ServiceForm;
import fr.socle.avis.store.Asked;
import fr.socle.avis.token.Opinions.Said;
import java.util.UUID;

/**
 * A form of a service as somebody fills it.
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
