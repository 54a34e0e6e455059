package fr.socle.ui;

import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every component in every state, for those who build pages.
 *
 * @param samples the same fields blank, filled and refused
 * @param topics where blocks show their own
 * @param direction {@code rtl} to see the page as a right-to-left language would show it
 */
public record DesignPage(List<Sample> samples, List<DesignTopic> topics, @Nullable String direction)
        implements Page {

    /**
     * The example form in one state.
     *
     * @param prefix of its fields' names, so that ids stay unique
     * @param title key of the message
     */
    public record Sample(String prefix, String title, Form form) {}

    /** The colours that a theme replaces. */
    public List<String> colours() {
        return List.of(
                "paper",
                "surface",
                "sunken",
                "line",
                "line-strong",
                "ink",
                "ink-soft",
                "accent",
                "accent-strong",
                "accent-wash",
                "info",
                "info-wash",
                "warn",
                "warn-wash",
                "danger",
                "danger-wash",
                "focus");
    }

    /** The answers of the examples, in the language of the page. */
    public static List<Option> diets(Frame frame) {
        return List.of(
                Option.of("tout", frame.t("ui.design.diet.all")),
                Option.of("vegetarien", frame.t("ui.design.diet.vegetarian")),
                new Option(
                        "pai",
                        frame.t("ui.design.diet.medical"),
                        frame.t("ui.design.diet.medical.hint")));
    }

    public static List<Option> days(Frame frame) {
        return List.of(
                Option.of("lundi", frame.t("ui.design.day.monday")),
                Option.of("mardi", frame.t("ui.design.day.tuesday")),
                Option.of("jeudi", frame.t("ui.design.day.thursday")));
    }
}
