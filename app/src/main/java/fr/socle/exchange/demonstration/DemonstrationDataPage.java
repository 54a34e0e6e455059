package fr.socle.exchange.demonstration;

import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;

/** What the made-up providers know, and how they behave. */
public record DemonstrationDataPage(List<Line> providers, List<MadeUpPerson> persons, Form form)
        implements Page {

    /** A provider and its present behaviour. */
    public record Line(String code, String name, Mode mode) {}

    public static List<Option> modes(Frame frame) {
        return Arrays.stream(Mode.values())
                .map(it -> Option.of(it.code(), frame.t("exchange.mode." + it.code())))
                .toList();
    }

    /** The present behaviour is chosen until another one was typed. */
    public Form form(Line line) {
        var name = "comportement-" + line.code();
        return form.typed(name).isEmpty()
                ? Form.blank(java.util.Map.of(name, line.mode().code()))
                : form;
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
