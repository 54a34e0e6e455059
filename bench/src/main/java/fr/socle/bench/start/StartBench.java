package fr.socle.bench.start;

import fr.socle.bench.Bench;
import fr.socle.bench.measure.Child;
import fr.socle.bench.measure.Cpu;
import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Machine;
import fr.socle.bench.report.Limit;
import fr.socle.bench.report.Report;
import fr.socle.bench.report.Section;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Options;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./socle bench start}. */
public final class StartBench implements Bench {

    private static final String FIRST_PAGE = "première page";
    private static final String RESIDENT = "mémoire de la JVM à la première page";
    private static final int PROMISED_MEGABYTES = 450;

    /** Two ways to start, and the seconds that each may take. */
    private record Way(String title, int promisedSeconds, Map<String, String> environment) {}

    private static final Way WITHOUT =
            new Way(
                    "sans cache de classes",
                    10,
                    Map.of("SOCLE_JAVA_OPTIONS", Child.JAVA_OPTIONS + " -XX:AOTMode=off"));
    private static final Way WITH = new Way("avec le cache de classes (AOT)", 5, Map.of());

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String purpose() {
        return "le temps jusqu’à la première page, et la mémoire à ce moment";
    }

    @Override
    public String help() {
        return """
                --rounds N      démarrages de chaque sorte, en alternant (5)
                """;
    }

    @Override
    public Options options() {
        return Options.valued("--rounds");
    }

    @Override
    public Report run(Arguments arguments, Home home, PrintStream progress) throws Exception {
        var machine = Machine.present();
        var ways = Files.exists(home.archive()) ? List.of(WITH, WITHOUT) : List.of(WITHOUT);
        var rounds = arguments.number("--rounds", 5, 1, 100);
        try (var scratch = home.scratch()) {
            var data = scratch.folder().resolve("data");
            progress.println("start : un premier démarrage remplit le dossier de données");
            start(home, data, WITHOUT, new Section.Rounds("unused"));
            var sections = ways.stream().map(it -> new Section.Rounds(it.title())).toList();
            for (var round = 1; round <= rounds; round++) {
                progress.println("  tour %d/%d".formatted(round, rounds));
                for (var way = 0; way < ways.size(); way++) {
                    start(home, data, ways.get(way), sections.get(way));
                }
            }
            return report(machine, ways, sections.stream().map(Section.Rounds::section).toList());
        }
    }

    private static void start(Home home, Path data, Way way, Section.Rounds into) throws Exception {
        var port = Home.freePort();
        var began = System.nanoTime();
        try (var node = Child.socle(home, data, port, way.environment())) {
            FirstPage.await(node, port);
            into.add(FIRST_PAGE, "s", (System.nanoTime() - began) / 1e9)
                    .add(RESIDENT, "Mo", Resident.megabytes(node.pid()))
                    .add("processeur de la JVM", "s", Cpu.of(node.pid()).toMillis() / 1e3);
        }
    }

    private static Report report(Machine machine, List<Way> ways, List<Section> sections) {
        var limits = new ArrayList<Limit>();
        for (var way = 0; way < ways.size(); way++) {
            var title = ways.get(way).title();
            limits.add(
                    Limit.atMost(
                            "première page, " + title,
                            sections.get(way).figure(FIRST_PAGE).max(),
                            ways.get(way).promisedSeconds(),
                            "s"));
            limits.add(
                    Limit.atMost(
                            "mémoire, " + title,
                            sections.get(way).figure(RESIDENT).max(),
                            PROMISED_MEGABYTES,
                            "Mo"));
        }
        return new Report(
                "start",
                Instant.now(),
                machine,
                sections,
                limits,
                List.of(
                        "L’arbre est construit et le dossier de données existe ; les limites sont comparées au pire des démarrages."));
    }
}
