package fr.socle.identity.partner.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** How far a service looks back, and how finely. */
public enum Window {
    HOUR("heure", Duration.ofHours(1), Duration.ofMinutes(2)),
    DAY("jour", Duration.ofDays(1), Duration.ofHours(1)),
    WEEK("semaine", Duration.ofDays(7), Duration.ofHours(6));

    private final String code;
    private final Duration length;
    private final Duration step;

    Window(String code, Duration length, Duration step) {
        this.code = code;
        this.length = length;
        this.step = step;
    }

    /** As in addresses, and as the last part of a message key. */
    public String code() {
        return code;
    }

    /** The window of this word; the hour for any other. */
    public static Window of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst().orElse(HOUR);
    }

    /** Where the window begins, so that its last step holds this moment. */
    Instant from(Instant now) {
        var size = step.toSeconds();
        var end = (now.getEpochSecond() / size + 1) * size;
        return Instant.ofEpochSecond(end).minus(length);
    }

    Duration step() {
        return step;
    }

    int steps() {
        return (int) length.dividedBy(step);
    }
}
