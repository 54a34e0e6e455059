package fr.socle.notifications.web;

import fr.socle.ui.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Moments as people in France read them. */
public final class Moments {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT);

    private Moments() {}

    public static String of(Instant moment, Words words) {
        return FORMAT.withLocale(words.locale()).format(moment.atZone(PARIS));
    }
}
