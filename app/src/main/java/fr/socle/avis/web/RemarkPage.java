package fr.socle.avis.web;

import fr.socle.avis.form.Question;
import fr.socle.avis.store.RemarkStore.About;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;

/** A fault, a situation or a wish, on one page; in the languages of the house. */
public record RemarkPage(OpinionPage.Place place, Form form, int status) implements Page {

    static RemarkPage of(Filled filled, Form form) {
        return new RemarkPage(filled.place(), form, form.ok() ? 200 : 422);
    }

    RemarkPage flooded() {
        return new RemarkPage(place, form, 429);
    }

    public String label(Frame frame) {
        return place.asked()
                .words(Question.VERBATIM)
                .orElseGet(() -> frame.t("avis.remarque.verbatim"));
    }

    public static List<Option> abouts(Frame frame) {
        return Arrays.stream(About.values())
                .map(it -> Option.of(it.code(), frame.t("avis.remarque." + it.code())))
                .toList();
    }
}
