package fr.socle.identity.operator.web;

import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.operator.Banner;
import fr.socle.ui.Frame;
import fr.socle.ui.form.Option;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What the operator's forms let one choose. */
public final class Choices {

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withZone(ZoneId.of("Europe/Paris"));

    private Choices() {}

    public static List<Option> federations(Frame frame, List<Federation> federations) {
        return federations.stream()
                .map(it -> Option.of(it.code(), it.name(frame.words())))
                .toList();
    }

    /** How sure these federations can be of who somebody is, the least first. */
    public static List<Option> acrs(Frame frame, List<Federation> federations) {
        return federations.stream()
                .flatMap(it -> it.offered().stream())
                .distinct()
                .sorted()
                .map(Acr::code)
                .map(it -> Option.of(it, frame.t("identity.mine.level." + it)))
                .toList();
    }

    public static List<Option> levels(Frame frame) {
        return Banner.LEVELS.stream()
                .map(it -> Option.of(it, frame.t("identity.banner.level." + it)))
                .toList();
    }

    public static List<Option> yesNo(Frame frame) {
        return List.of(
                Option.of("oui", frame.t("identity.yes")),
                Option.of("non", frame.t("identity.no")));
    }

    /** As the field of a moment wants it, in Paris. */
    public static String typed(Instant moment) {
        return TYPED.format(moment);
    }
}
