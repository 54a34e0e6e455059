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

    /** What another site writes so that the form stands in its page. */
    public String frame() {
        return "<iframe src=\"%s/cadre\" title=\"Donner mon avis\" width=\"100%%\" height=\"640\"></iframe>"
                .formatted(link());
    }

    /** What another site writes so that a button opens the form above its page. */
    public String widget() {
        return """
                <script src="%s/ressources/avis-widget.js" data-form-url="%s" data-button-label="Donner mon avis" \
                data-button-image="plein-clair" defer></script>
                <noscript>%s</noscript>"""
                .formatted(house, link(), code(BoardPage.Button.PLEIN_CLAIR));
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
