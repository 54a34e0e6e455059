package fr.socle.citoyen.web;

import fr.socle.citoyen.usages.Usage;
import fr.socle.journal.Kind;
import fr.socle.ui.Frame;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in sentences what an entry says in members. */
public final class Telling {

    private static final String LINE = "citoyen.line.";

    private Telling() {}

    /** What happened, in one sentence; for an act that nobody put in words, its label. */
    public static String title(Frame frame, Usage usage) {
        var key = LINE + usage.kind();
        if (frame.words().has(key)) {
            return frame.t(key, who(frame, usage), from(frame, usage));
        }
        return usage.organisation().isEmpty()
                ? act(frame, usage.kind())
                : frame.t("citoyen.line.other", act(frame, usage.kind()), usage.organisation());
    }

    /** The day and hour, and for which dossier. */
    public static String when(Frame frame, Usage usage) {
        var about =
                Stream.of(usage.demarche(), usage.dossier())
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining(", "));
        var at = frame.words().moment(usage.at());
        return about.isEmpty() ? at : frame.t("citoyen.line.when", at, about);
    }

    /** The act's label, or its code where its block gave none. */
    public static String act(Frame frame, String kind) {
        var key = Kind.labelOf(kind);
        return frame.words().has(key) ? frame.t(key) : kind;
    }

    private static String who(Frame frame, Usage usage) {
        return usage.organisation().isEmpty() ? frame.t("citoyen.someone") : usage.organisation();
    }

    private static String from(Frame frame, Usage usage) {
        return usage.fournisseur().isEmpty() ? frame.t("citoyen.another") : usage.fournisseur();
    }
}
