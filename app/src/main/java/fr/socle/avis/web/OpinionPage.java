package fr.socle.avis.web;

import fr.socle.avis.JudgedId;
import fr.socle.avis.form.Question;
import fr.socle.avis.form.Questions;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of the questions.
 *
 * @param begun whether something was kept already
 */
public record OpinionPage(Place place, Step step, Form form, boolean begun, int status)
        implements Page {

    /**
     * Where the form stands.
     *
     * @param action its address, without question
     * @param demarche the title of the procedure; null when it is not published any more
     * @param once the number of an open opinion; null where a token gives it
     * @param tongue null where the form speaks as the house does
     * @param asked what it asks
     * @param sites in whose pages it stands in a frame; null: on a page of this house
     */
    public record Place(
            String action,
            @Nullable String demarche,
            @Nullable UUID once,
            @Nullable Tongue tongue,
            Questions asked,
            @Nullable List<String> sites) {

        public Place {
            sites = sites == null ? null : List.copyOf(sites);
        }

        public boolean open() {
            return once != null;
        }

        /** The address of a step. */
        public String at(Step step) {
            return at(step, tongue);
        }

        /** The same in another language; null: in that of the house. */
        public String at(Step step, @Nullable Tongue other) {
            return action
                    + "?etape="
                    + step.number()
                    + (once == null ? "" : "&essai=" + once)
                    + (other == null ? "" : "&langue=" + other.code());
        }

        /**
         * Where it ends.
         *
         * @param masked the rules that masked something, separated by commas; nothing of the text
         */
        String thanks(JudgedId service, String masked) {
            var end = sites == null ? "/avis/merci" : action + "/merci";
            return end + "?demarche=" + service + (masked.isEmpty() ? "" : "&masque=" + masked);
        }

        /** The one after; empty after the last. */
        Optional<Step> next(Step step) {
            return steps().stream().filter(it -> it.compareTo(step) > 0).findFirst();
        }

        List<Step> steps() {
            return Step.of(asked);
        }
    }

    public FormWords words(Frame frame) {
        return new FormWords(frame, place.tongue());
    }

    public boolean asks(Question question) {
        return place.asked().ask(question);
    }

    /** The question in the words of the service, which has them in one language, or in ours. */
    public String label(FormWords say, Question question) {
        return place.asked().words(question).orElseGet(() -> say.t("avis." + question.code()));
    }

    /** Which of how many steps this is, from one on. */
    public int rank() {
        return place.steps().indexOf(step) + 1;
    }

    public int steps() {
        return place.steps().size();
    }

    public boolean last() {
        return place.next(step).isEmpty();
    }

    public Optional<Step> previous() {
        return place.steps().stream()
                .filter(it -> it.compareTo(step) < 0)
                .reduce((_, later) -> later);
    }

    static OpinionPage of(Place place, Step step, Form form, boolean begun) {
        return new OpinionPage(place, step, form, begun, form.ok() ? 200 : 422);
    }

    OpinionPage flooded() {
        return new OpinionPage(place, step, form, begun, 429);
    }
}
