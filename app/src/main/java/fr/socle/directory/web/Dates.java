package fr.socle.directory.web;

import fr.socle.ui.Frame;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Times as people read them: in their language, on the clock of Paris. */
public final class Dates {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Dates() {}

    public static String time(Frame frame, Instant instant) {
        return frame.words().moment(instant);
    }

    public static String day(Frame frame, Instant instant) {
        return frame.words().day(LocalDate.ofInstant(instant, PARIS));
    }
}
