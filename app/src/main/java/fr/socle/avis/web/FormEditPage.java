package fr.socle.avis.web;

import fr.socle.avis.form.Judged;
import fr.socle.avis.form.Question;
import fr.socle.avis.form.ServiceForm;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.List;

/**
 * One form of a service: what it asks, who may show it, and what other sites write for it.
 *
 * @param house the public address of this house
 */
public record FormEditPage(
        Judged judged, ServiceForm present, Form form, Outcome outcome, String house)
        implements Page {

    /** What became of what was sent. */
    public enum Outcome {
        NONE,
        SAVED,
        /** Somebody changed it meanwhile. */
        STALE
    }

    @Override
    public int status() {
        return outcome == Outcome.STALE ? 409 : form.ok() ? 200 : 422;
    }

    public String path() {
        return "/agent/avis/" + judged.id() + "/formulaires";
    }

    public String link() {
        return house + present.path();
    }

    public String code(BoardPage.Button button) {
        return BoardPage.code(house, link(), button);
    }

    public List<Option> hideable(Frame frame) {
        return present.template().hideable().stream()
                .map(it -> Option.of(it.code(), ours(frame, it)))
                .toList();
    }

    /** The question in our words. */
    public String ours(Frame frame, Question question) {
        return frame.t(
                present.template().hideable().isEmpty()
                        ? "avis.remarque." + question.code()
                        : "avis." + question.code());
    }
}
