package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.indicator.Scores;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the points of a radar lie, in a square of 320 by 260. */
public final class Radar {

    private static final int SIDES = Scores.AXES.size();
    private static final double MIDDLE_X = 160;
    private static final double MIDDLE_Y = 130;
    private static final double RADIUS = 84;
    private static final double LABEL = 100;

    private Radar() {}

    /**
     * A label at the end of an axis.
     *
     * @param anchor as in SVG: start, middle or end
     */
    public record Label(String x, String y, String anchor) {}

    /** The regular shape at so many percent from the middle. */
    public static String ring(int percent) {
        return IntStream.range(0, SIDES)
                .mapToObj(it -> point(it, RADIUS * percent / 100))
                .collect(Collectors.joining(" "));
    }

    /** The shape of these scores; an axis without score is at the middle. */
    public static String shape(Scores scores) {
        return IntStream.range(0, SIDES)
                .mapToObj(it -> point(it, RADIUS * scores.of(Scores.AXES.get(it)).percent() / 100))
                .collect(Collectors.joining(" "));
    }

    public static List<Label> labels() {
        return IntStream.range(0, SIDES).mapToObj(Radar::label).toList();
    }

    private static Label label(int side) {
        double x = x(side, LABEL);
        var anchor = Math.abs(x - MIDDLE_X) < 1 ? "middle" : x > MIDDLE_X ? "start" : "end";
        return new Label(number(x), number(y(side, LABEL) + 5), anchor);
    }

    private static String point(int side, double distance) {
        return number(x(side, distance)) + "," + number(y(side, distance));
    }

    private static double x(int side, double distance) {
        return MIDDLE_X + distance * Math.sin(2 * Math.PI * side / SIDES);
    }

    private static double y(int side, double distance) {
        return MIDDLE_Y - distance * Math.cos(2 * Math.PI * side / SIDES);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
