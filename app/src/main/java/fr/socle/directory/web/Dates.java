package fr.socle.directory.web;

import fr.socle.ui.Frame;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Times as people read them: in their language, on the clock of Paris. */
public final class Dates {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Dates() {}

    public static String time(Frame frame, Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(frame.words().locale())
                .format(instant.atZone(PARIS));
    }

    public static String day(Frame frame, Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(frame.words().locale())
                .format(instant.atZone(PARIS));
    }
}
