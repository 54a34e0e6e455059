package fr.socle.identity.partner.meter;

import java.time.Instant;
import java.util.List;

/**
 * What happened to a service's requests lately.
 *
 * @param lines by step and outcome
 * @param points from the oldest to now, equally long
 */
public record Activity(Window window, Instant at, List<Line> lines, List<Point> points) {

    /** The outcome of what went well; a sign-in has its level instead. */
    public static final String OK = "ok";

    /** What was done, and how it ended. */
    public record Line(Step step, String outcome, Latency latency) {

        public boolean wrong() {
            return step != Step.SIGN_IN && !outcome.equals(OK);
        }
    }

    /** Sign-ins and refusals that began with this moment. */
    public record Point(Instant from, long signIns, long errors) {}

    public Activity {
        lines = List.copyOf(lines);
        points = List.copyOf(points);
    }

    public long signIns() {
        return points.stream().mapToLong(Point::signIns).sum();
    }

    public long errors() {
        return points.stream().mapToLong(Point::errors).sum();
    }

    /** The tallest bar, at least 1. */
    public long highest() {
        return points.stream()
                .mapToLong(it -> Math.max(it.signIns(), it.errors()))
                .reduce(1, Math::max);
    }

    /** How long the answers of this step took, whatever they were. */
    public Latency latency(Step step) {
        var sums = new long[Latency.BUCKETS];
        for (var line : lines) {
            if (line.step() == step) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += line.latency().counts().get(i);
                }
            }
        }
        return new Latency(java.util.Arrays.stream(sums).boxed().toList());
    }
}
