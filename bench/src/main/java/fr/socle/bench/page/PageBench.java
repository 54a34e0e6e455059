package fr.socle.bench.page;

import fr.socle.bench.Bench;
import fr.socle.bench.measure.Child;
import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Machine;
import fr.socle.bench.measure.Scratch;
import fr.socle.bench.measure.ServerCpu;
import fr.socle.bench.report.Limit;
import fr.socle.bench.report.Report;
import fr.socle.bench.report.Section;
import fr.socle.bench.start.FirstPage;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** {@code ./socle bench page}: the load generator is this process, the server another one. */
public final class PageBench implements Bench {

    private static final String CPU = "processeur par page, Java et PostgreSQL";
    private static final String QUERIES = "requêtes SQL par page";
    private static final String BARE = " (sans mise en page)";
    private static final int PROMISED_MICROS = 300;

    /** Pages that need nobody signed in: no query, several, one, and one without layout. */
    private static final List<String> PAGES =
            List.of("/", "/connexion", "/journal", "/journal/1/cle");

    private static final List<String> NOTES =
            List.of(
                    "Le générateur de charge est un autre processus sur la même machine :"
                            + " il prend des pages par seconde, pas du processeur par page.");

    @Override
    public String name() {
        return "page";
    }

    @Override
    public String purpose() {
        return "ce que coûte une page, demandée depuis un autre processus";
    }

    @Override
    public String help() {
        return """
                --page ADRESSE  page à mesurer, répétable (/, /connexion, /journal, /journal/1/cle)
                --readers N     connexions simultanées (32)
                --warmup N      demandes de chaque page avant de mesurer (50000)
                --seconds N     durée d’une mesure (10)
                --rounds N      combien de fois chaque page, en alternant (3)
                """;
    }

    @Override
    public Options options() {
        return Options.valued("--page", "--readers", "--warmup", "--seconds", "--rounds");
    }

    @Override
    public Report run(Arguments arguments, Home home, PrintStream progress) throws Exception {
        var machine = Machine.present();
        var pages = arguments.values("--page").isEmpty() ? PAGES : arguments.values("--page");
        progress.println("page : ./socle start dans un dossier neuf");
        try (var scratch = home.scratch()) {
            var sections = measure(arguments, pages, home, scratch, progress);
            return new Report("page", Instant.now(), machine, sections, limits(sections), NOTES);
        }
    }

    private static List<Section> measure(
            Arguments arguments,
            List<String> pages,
            Home home,
            Scratch scratch,
            PrintStream progress)
            throws Exception {
        var data = scratch.folder().resolve("data");
        var port = Home.freePort();
        try (var node = Child.socle(home, data, port, Map.of())) {
            FirstPage.await(node, port);
            var load = new Load(port, arguments.number("--readers", 32, 1, 1000));
            var server = new Server(node.pid(), data, load);
            warm(arguments, pages, List.of(new Load(port, 1), load), progress);
            return rounds(arguments, pages, server, progress);
        }
    }

    /**
     * @param loads one after the other: a cold node that everybody asks at once keeps some waiting
     *     longer than it lets anybody wait for the database
     */
    private static void warm(
            Arguments arguments, List<String> pages, List<Load> loads, PrintStream progress)
            throws IOException {
        var count = arguments.number("--warmup", 50_000, 1, 10_000_000);
        for (var page : pages) {
            if (loads.getFirst().once(page).status() != 200) {
                throw new UsageError("la page " + page + " ne répond pas 200");
            }
            progress.println("  mise en température : %,d fois %s".formatted(count, page));
            for (var load : loads) {
                load.times(page, count / loads.size());
            }
        }
    }

    private static List<Section> rounds(
            Arguments arguments, List<String> pages, Server server, PrintStream progress)
            throws Exception {
        var time = Duration.ofSeconds(arguments.number("--seconds", 10, 1, 3600));
        var rounds = arguments.number("--rounds", 3, 1, 100);
        var sections = new ArrayList<Section.Rounds>();
        for (var page : pages) {
            sections.add(new Section.Rounds(server.load().once(page).html() ? page : page + BARE));
        }
        for (var round = 1; round <= rounds; round++) {
            progress.println("  tour %d/%d".formatted(round, rounds));
            for (var page = 0; page < pages.size(); page++) {
                server.measure(pages.get(page), time, sections.get(page));
            }
        }
        return sections.stream().map(Section.Rounds::section).toList();
    }

    /** The node under load. */
    private record Server(long pid, Path data, Load load) {

        void measure(String page, Duration time, Section.Rounds into)
                throws SQLException, IOException, InterruptedException {
            try (var queries = new QueryCounter(data)) {
                var kilobytes = load.once(page).bytes() / 1e3;
                var asked = queries.count();
                var before = ServerCpu.now(pid, data);
                var answered = load.during(page, time);
                var cpu = ServerCpu.now(pid, data).since(before);
                var count = answered.count();
                into.add("pages", "/s", answered.perSecond())
                        .add("durée, p50", "ms", answered.latencies().percentile(50))
                        .add("durée, p99", "ms", answered.latencies().percentile(99))
                        .add("processeur par page, Java", "µs", cpu.javaPer(count))
                        .add("processeur par page, PostgreSQL", "µs", cpu.postgresPer(count))
                        .add(CPU, "µs", cpu.per(count))
                        .add(QUERIES, "", (queries.count() - asked) / (double) count)
                        .add("taille", "ko", kilobytes);
            }
        }
    }

    /**
     * The promise is about a page with layout and one query; of those with more, the nearest is
     * judged.
     */
    private static List<Limit> limits(List<Section> sections) {
        return sections.stream()
                .filter(it -> !it.title().endsWith(BARE) && it.median(QUERIES) > 0.5)
                .min(Comparator.comparingDouble(it -> it.median(QUERIES)))
                .map(PageBench::limit)
                .stream()
                .toList();
    }

    private static Limit limit(Section section) {
        return Limit.atMost(
                "processeur de %s, mise en page et %.0f requête(s)"
                        .formatted(section.title(), section.median(QUERIES)),
                section.median(CPU),
                PROMISED_MICROS,
                "µs");
    }
}
