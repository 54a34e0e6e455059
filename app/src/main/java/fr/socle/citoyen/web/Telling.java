package fr.socle.citoyen.web;

import fr.socle.citoyen.usages.Usage;
import fr.socle.journal.Kind;
import fr.socle.ui.Frame;
import fr.socle.ui.Words;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in sentences what an entry says in members. */
public final class Telling {

    private static final String LINE = "citoyen.line.";

    private Telling() {}

    /** What happened, in one sentence; for an act that nobody put in words, its label. */
    public static String title(Frame frame, Usage usage) {
        return title(frame.words(), usage);
    }

    static String title(Words words, Usage usage) {
        return Stream.of(LINE + usage.kind() + "." + usage.issueCode(), LINE + usage.kind())
                .filter(words::has)
                .findFirst()
                .map(it -> words.of(it, who(words, usage), from(words, usage)))
                .orElseGet(() -> other(words, usage));
    }

    private static String other(Words words, Usage usage) {
        return usage.organisation().isEmpty()
                ? act(words, usage.kind())
                : words.of("citoyen.line.other", act(words, usage.kind()), usage.organisation());
    }

    /**
     * The day and hour, and for which dossier.
     *
     * @param number of a dossier that was a draft by then; else empty
     */
    public static String when(Frame frame, Usage usage, String number) {
        var dossier =
                usage.dossier().isEmpty() && !usage.demarche().contains(number)
                        ? became(frame, number)
                        : usage.dossier();
        var about =
                Stream.of(usage.demarche(), dossier)
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining(", "));
        var at = frame.words().moment(usage.at());
        return about.isEmpty() ? at : frame.t("citoyen.line.when", at, about);
    }

    private static String became(Frame frame, String number) {
        return number.isEmpty() ? "" : frame.t("citoyen.line.became", number);
    }

    /** The act's label, or its code where its block gave none. */
    public static String act(Frame frame, String kind) {
        return act(frame.words(), kind);
    }

    private static String act(Words words, String kind) {
        var key = Kind.labelOf(kind);
        return words.has(key) ? words.of(key) : kind;
    }

    private static String who(Words words, Usage usage) {
        return usage.organisation().isEmpty() ? words.of("citoyen.someone") : usage.organisation();
    }

    private static String from(Words words, Usage usage) {
        return usage.fournisseur().isEmpty() ? words.of("citoyen.another") : usage.fournisseur();
    }
}
