package fr.socle.identity.web;

import fr.socle.identity.demonstration.Mood;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How the made-up providers and the made-up register behave. */
public record DemonstrationMoodsPage(List<Line> lines, Form form) implements Page {

    /**
     * One of them.
     *
     * @param label empty for the register
     * @param federation its code; empty for the register
     */
    public record Line(String uid, String label, String federation, Mood mood) {

        /** The name of its field. */
        public static String field(String uid) {
            return "comportement-" + uid;
        }

        public String field() {
            return field(uid);
        }

        public String federationName(Frame frame) {
            var key = "identity.federation." + federation;
            return frame.words().has(key) ? frame.t(key) : federation;
        }
    }

    public DemonstrationMoodsPage {
        lines = List.copyOf(lines);
    }

    public static List<Option> moods(Frame frame) {
        return Arrays.stream(Mood.values())
                .map(
                        it ->
                                Option.of(
                                        it.code(),
                                        frame.t("identity.demonstration.mood." + it.code())))
                .toList();
    }

    /** The present behaviour is chosen until another one was typed. */
    public Form form(Line line) {
        return form.typed(line.field()).isEmpty()
                ? Form.blank(Map.of(line.field(), line.mood().code()))
                : form;
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
