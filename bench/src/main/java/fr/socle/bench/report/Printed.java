package fr.socle.bench.report;

import java.io.PrintStream;
import java.util.List;

/** A report on the terminal. */
public final class Printed {

    private Printed() {}

    public static void print(Report report, PrintStream out) {
        out.println();
        out.println(report.bench() + " · " + report.machine().sentence());
        report.sections().forEach(it -> print(it, out));
        report.notes().forEach(it -> out.println("  " + it));
        out.println();
        report.limits().forEach(it -> print(it, out));
    }

    private static void print(Section section, PrintStream out) {
        out.println();
        out.println("  %-52s %10s %10s %10s".formatted(section.title(), "min", "médiane", "max"));
        section.figures().forEach(it -> print(it, out));
    }

    private static void print(Figure figure, PrintStream out) {
        var spread =
                figure.values().size() == 1
                        ? List.of("", Numbers.write(figure.median()), "")
                        : List.of(
                                Numbers.write(figure.min()),
                                Numbers.write(figure.median()),
                                Numbers.write(figure.max()));
        out.println(
                "    %-50s %10s %10s %10s %s"
                        .formatted(
                                figure.label(),
                                spread.get(0),
                                spread.get(1),
                                spread.get(2),
                                figure.unit()));
    }

    private static void print(Limit limit, PrintStream out) {
        out.println(
                "  %-4s %s : %s %s, limite %s"
                        .formatted(
                                limit.holds() ? "oui" : "NON",
                                limit.text(),
                                Numbers.write(limit.value()),
                                limit.unit(),
                                Numbers.write(limit.bound())));
    }
}
