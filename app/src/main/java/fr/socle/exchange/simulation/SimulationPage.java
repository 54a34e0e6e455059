package fr.socle.exchange.simulation;

import fr.socle.exchange.Simulation;
import fr.socle.exchange.Supposition.Asker;
import fr.socle.exchange.Supposition.Situation;
import fr.socle.exchange.simulation.SuppositionForm.Ground;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is supposed and, once it is whole, what would come of it.
 *
 * @param simulation null until everything is said
 */
public record SimulationPage(Form form, Ground on, @Nullable Simulation simulation)
        implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    public String intitule() {
        return on.habilitation().intitule();
    }

    public String habilitation() {
        return on.habilitation().id().toString();
    }

    public String set() {
        return on.set().code();
    }

    public String setName(Frame frame) {
        return frame.words().orItself(on.set().label());
    }

    public List<Option> fields(Frame frame) {
        return on.set().fields().stream()
                .map(it -> Option.of(it.code(), frame.words().orItself(it.label())))
                .toList();
    }

    public static List<Option> askers(Frame frame) {
        return options(frame, "exchange.simulation.asker.", Asker.values());
    }

    public static List<Option> situations(Frame frame) {
        return options(frame, "exchange.simulation.case.", Situation.values());
    }

    private static List<Option> options(Frame frame, String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(SuppositionForm::word)
                .map(it -> Option.of(it, frame.t(prefix + it)))
                .toList();
    }
}
