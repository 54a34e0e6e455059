package fr.socle.avis.web;

import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
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
     */
    public record Place(
            String action,
            @Nullable String demarche,
            @Nullable UUID once,
            @Nullable Tongue tongue) {

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
    }

    public FormWords words(Frame frame) {
        return new FormWords(frame, place.tongue());
    }

    static OpinionPage of(Place place, Step step, Form form, boolean begun) {
        return new OpinionPage(place, step, form, begun, form.ok() ? 200 : 422);
    }

    OpinionPage flooded() {
        return new OpinionPage(place, step, form, begun, 429);
    }
}
