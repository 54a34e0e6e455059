package fr.socle.notifications.letter;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** When the letter of the day leaves: at seven in the morning, Paris time. */
public final class DigestHour {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime HOUR = LocalTime.of(7, 0);

    private DigestHour() {}

    /** The next such moment, strictly after this one. */
    public static Instant after(Instant now) {
        var today = now.atZone(PARIS).with(HOUR);
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }
}
