package fr.socle.avis.web;

import fr.socle.avis.Grade;
import fr.socle.avis.Satisfaction;
import fr.socle.avis.store.Opinion;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Frame;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import fr.socle.ui.form.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The questions of Je donne mon avis, under its own field codes and values. */
public final class Questions {

    static final int MAX_VERBATIM = 2000;

    private static final List<String> HELP =
            List.of(
                    Opinion.NO_HELP,
                    "desk",
                    "phone",
                    "email",
                    "chat",
                    "relative",
                    "association",
                    "website",
                    "other");

    private static final Map<String, Satisfaction> SATISFACTIONS =
            Arrays.stream(Satisfaction.values())
                    .collect(Collectors.toMap(Satisfaction::code, it -> it));

    private static final Map<String, Grade> GRADES =
            Arrays.stream(Grade.values()).collect(Collectors.toMap(Grade::code, it -> it));

    private Questions() {}

    /** The opinion, or nothing when the form now says what is wrong with it. */
    static Optional<Opinion> read(Form form) {
        var satisfaction = form.read("satisfaction", Reading.among(SATISFACTIONS));
        var clarity = form.readOptional("comprehension", Reading.among(GRADES));
        var tried = form.readAll("contact_tried", HELP);
        var reached = form.readOptional("contact_reached", Reading::yesNo);
        var help = form.readOptional("contact_satisfaction", Reading.among(GRADES));
        var verbatim = form.optional("verbatim", MAX_VERBATIM);
        if (tried.contains(Opinion.NO_HELP) && tried.size() > 1) {
            form.reject("contact_tried", Refusal.of("avis.refused.none"));
        }
        if (help.isPresent() && !reached.orElse(false)) {
            form.reject("contact_satisfaction", Refusal.of("avis.refused.help"));
        }
        return satisfaction
                .filter(_ -> form.ok())
                .map(
                        it ->
                                new Opinion(
                                        it,
                                        clarity.orElse(null),
                                        tried,
                                        reached.orElse(null),
                                        help.orElse(null),
                                        verbatim));
    }

    public static List<Option> satisfaction(Frame frame) {
        return Arrays.stream(Satisfaction.values())
                .map(it -> Option.of(it.code(), frame.t("avis.satisfaction." + it.code())))
                .toList();
    }

    public static List<Option> clarity(Frame frame) {
        return grades(frame, "avis.comprehension.");
    }

    public static List<Option> help(Frame frame) {
        return grades(frame, "avis.contact_satisfaction.");
    }

    public static List<Option> tried(Frame frame) {
        return HELP.stream().map(it -> Option.of(it, frame.t("avis.contact_tried." + it))).toList();
    }

    private static List<Option> grades(Frame frame, String prefix) {
        return Arrays.stream(Grade.values())
                .map(it -> Option.of(it.code(), frame.t(prefix + it.code())))
                .toList();
    }
}
