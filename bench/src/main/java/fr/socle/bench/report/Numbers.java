package fr.socle.bench.report;

import java.util.Locale;

/** Writes figures as French readers expect them, with about three significant digits. */
final class Numbers {

    private Numbers() {}

    static String write(double value) {
        var size = Math.abs(value);
        if (size >= 1000) {
            return String.format(Locale.FRENCH, "%,.0f", value).replace('\u202f', ' ');
        }
        var digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3;
        return String.format(Locale.FRENCH, "%." + digits + "f", value);
    }
}
