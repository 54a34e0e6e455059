package fr.socle.identity.usager.web;

import fr.socle.identity.usager.Line;
import fr.socle.journal.Kind;
import fr.socle.ui.Frame;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in sentences what a line says in members. */
public final class Telling {

    private static final String LINE = "identity.mine.line.";

    private Telling() {}

    /** What happened; for an act that nobody put in words, its label. */
    public static String title(Frame frame, Line line) {
        var key = LINE + line.kind().substring(line.kind().indexOf('.') + 1);
        if (frame.words().has(key) && !line.service().isEmpty()) {
            return frame.t(key, line.service());
        }
        var label = Kind.labelOf(line.kind());
        return frame.words().has(label) ? frame.t(label) : line.kind();
    }

    /** The day and hour, the provider, the level. */
    public static String when(Frame frame, Line line) {
        return Stream.of(
                        frame.words().moment(line.at()),
                        line.provider().isEmpty()
                                ? ""
                                : frame.t("identity.mine.line.provider", line.provider()),
                        line.level().isEmpty()
                                ? ""
                                : frame.t("identity.mine.line.level", level(frame, line.level())))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    public static String icon(Line line) {
        return line.refused() ? "ban" : line.provider().isEmpty() ? "settings" : "key-round";
    }

    public static String tone(Line line) {
        return line.refused() ? "bad" : line.signIn() ? "good" : "plain";
    }

    private static String level(Frame frame, String level) {
        var key = "identity.mine.level." + level;
        return frame.words().has(key) ? frame.t(key) : level;
    }
}
