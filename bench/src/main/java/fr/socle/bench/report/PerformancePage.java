package fr.socle.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures of {@code docs/performance.md}, rewritten between two markers. */
public record PerformancePage(Path file) {

    private static final String BEGIN = "<!-- chiffres : écrits par ./socle bench --write -->";
    private static final String END = "<!-- fin des chiffres -->";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH)
                    .withZone(ZoneId.of("Europe/Paris"));

    /**
     * @throws IllegalStateException when the page has lost its markers
     */
    public void write(List<Report> reports) throws IOException {
        var page = Files.readString(file);
        var from = page.indexOf(BEGIN);
        var to = page.indexOf(END);
        if (from < 0 || to < from) {
            throw new IllegalStateException(file + " has lost the markers of its figures");
        }
        var figures = reports.stream().map(PerformancePage::text).collect(Collectors.joining("\n"));
        Files.writeString(
                file,
                page.substring(0, from) + BEGIN + "\n\n" + figures + "\n" + page.substring(to));
    }

    private static String text(Report report) {
        return "### %s\n\n%s, %s.\n\n%s\n%s%s"
                .formatted(
                        report.bench(),
                        DAY.format(report.at()),
                        report.machine().sentence(),
                        limits(report.limits()),
                        report.sections().stream()
                                .map(PerformancePage::text)
                                .collect(Collectors.joining("\n")),
                        report.notes().stream()
                                .map(it -> "\n" + it + "\n")
                                .collect(Collectors.joining()));
    }

    private static String limits(List<Limit> limits) {
        return "| promesse | mesuré | limite | tenue |\n|---|---:|---:|---|\n"
                + limits.stream()
                        .map(
                                it ->
                                        row(
                                                it.text(),
                                                Numbers.write(it.value()) + " " + it.unit(),
                                                (it.atMost() ? "≤ " : "≥ ")
                                                        + Numbers.write(it.bound()),
                                                it.holds() ? "oui" : "**non**"))
                        .collect(Collectors.joining());
    }

    private static String text(Section section) {
        return "| %s | min | médiane | max | unité |\n|---|---:|---:|---:|---|\n"
                        .formatted(section.title())
                + section.figures().stream()
                        .map(
                                it ->
                                        row(
                                                it.label(),
                                                Numbers.write(it.min()),
                                                Numbers.write(it.median()),
                                                Numbers.write(it.max()),
                                                it.unit()))
                        .collect(Collectors.joining());
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
