package fr.socle.bench.journey;

import fr.socle.bench.Bench;
import fr.socle.bench.measure.Child;
import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Machine;
import fr.socle.bench.page.Load;
import fr.socle.bench.report.Limit;
import fr.socle.bench.report.Report;
import fr.socle.bench.report.Section;
import fr.socle.bench.start.FirstPage;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Options;
import fr.socle.journey.Travels;
import fr.socle.journey.Travels.Arrived;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./socle bench journey}: families, sign-ins and a dossier's page, against one server. */
public final class JourneyBench implements Bench {

    private static final String CPU = "processeur, Java et PostgreSQL";
    private static final String SIGN_IN = "une identification complète d’usager";
    private static final String DOSSIER = "la page d’un dossier, identifié";
    private static final int SIGN_IN_MILLIS = 10;
    private static final int PAGE_MICROS = 1000;
    private static final int READERS = 8;
    private static final int REST_SECONDS = 5;

    private static final int TRIES = 5;

    /** How many sign-ins are made for each that is measured: the JVM needs thousands. */
    private static final int WARMUP = 10;

    private static final List<String> NOTES =
            List.of(
                    "Les parcours se suivent un à un : le travail de fond du nœud, donné « au repos », est compris dans leurs"
                            + " étapes, surtout dans celles qui attendent le journal.",
                    "Le fournisseur d’identité de démonstration vit dans le même processus : ses quatre requêtes sur quinze"
                            + " sont comprises dans l’identification ; identity mesure sans elles.");

    @Override
    public String name() {
        return "journey";
    }

    @Override
    public String purpose() {
        return "ce que coûte le parcours principal, étape par étape";
    }

    @Override
    public String help() {
        return """
                --warmup N      parcours avant de mesurer (10)
                --families N    parcours mesurés (10)
                --signins N     identifications mesurées, après dix fois autant pour rien (1000)
                --pages N       pages de dossier mesurées, après autant pour rien (20000)
                --browsers N    navigateurs qui s’identifient à la fois (4)
                """;
    }

    @Override
    public Options options() {
        return Options.valued("--warmup", "--families", "--signins", "--pages", "--browsers");
    }

    @Override
    public Report run(Arguments arguments, Home home, PrintStream progress) throws Exception {
        var machine = Machine.present();
        progress.println("journey : ./socle start dans un dossier neuf");
        try (var scratch = home.scratch()) {
            var data = scratch.folder().resolve("data");
            var port = Home.freePort();
            try (var node = Child.socle(home, data, port, Map.of())) {
                FirstPage.await(node, port);
                var keep = Files.createDirectory(scratch.folder().resolve("keep"));
                try (var meter = new Meter(node.pid(), data)) {
                    var bench = new Running(arguments, progress, meter, port, keep);
                    return report(machine, bench.measure());
                }
            }
        }
    }

    private static Report report(Machine machine, List<Section> sections) {
        var limits =
                List.of(
                        limit(sections, SIGN_IN, SIGN_IN_MILLIS, "ms"),
                        limit(sections, DOSSIER, PAGE_MICROS, "µs"));
        return new Report("journey", Instant.now(), machine, sections, limits, NOTES);
    }

    private static Limit limit(List<Section> sections, String title, double bound, String unit) {
        var section = sections.stream().filter(it -> it.title().equals(title)).findFirst();
        var text = "processeur : " + title;
        return Limit.atMost(text, section.orElseThrow().median(CPU), bound, unit);
    }

    /** One run, with everything that its parts need. */
    private record Running(
            Arguments arguments, PrintStream progress, Meter meter, int port, Path keep) {

        List<Section> measure() throws Exception {
            var travels = new Travels(URI.create("http://localhost:" + port), keep);
            waken(travels);
            var arrived = families(travels, new Steps(meter), "--warmup");
            var steps = new Steps(meter);
            families(travels, steps, "--families");
            var sections = new ArrayList<>(steps.sections());
            sections.add(signIns(travels));
            sections.add(dossier(arrived));
            sections.add(rest());
            return sections;
        }

        /** On a busy machine a server that has just started lets its own calls wait too long. */
        private void waken(Travels travels) throws Exception {
            for (var tries = 1; ; tries++) {
                try {
                    travels.live(new Steps(meter));
                    return;
                } catch (RuntimeException late) {
                    if (tries == TRIES) {
                        throw late;
                    }
                }
            }
        }

        private Arrived families(Travels travels, Steps steps, String option) throws Exception {
            int count = arguments.number(option, 10, 1, 10_000);
            progress.println("  %s : %d parcours".formatted(option.substring(2), count));
            var last = travels.live(steps);
            for (var done = 1; done < count; done++) {
                last = travels.live(steps);
            }
            return last;
        }

        private Section signIns(Travels travels) throws Exception {
            var crowd = new SignInCrowd(travels, arguments.number("--browsers", 4, 1, 64));
            int browsers = crowd.browsers();
            int each = Math.max(1, arguments.number("--signins", 1_000, 1, 1_000_000) / browsers);
            progress.println("  identifications : %,d".formatted(each * browsers));
            crowd.signIn(WARMUP * each);
            var before = meter.read();
            int requests = crowd.signIn(each);
            var spent = meter.read().since(before);
            long count = (long) each * browsers;
            return new Section.Rounds(SIGN_IN)
                    .add("processeur, Java", "ms", spent.cpu().javaPer(count) / 1e3)
                    .add("processeur, PostgreSQL", "ms", spent.cpu().postgresPer(count) / 1e3)
                    .add(CPU, "ms", spent.cpu().per(count) / 1e3)
                    .add("écritures durables", "", spent.writes() / (double) count)
                    .add("requêtes du navigateur", "", requests / (double) count)
                    .section();
        }

        private Section dossier(Arrived arrived) {
            int count = arguments.number("--pages", 20_000, 1, 10_000_000);
            progress.println("  pages de dossier : %,d".formatted(count));
            var load = new Load(port, READERS, arrived.cookies());
            load.times(arrived.dossier(), count);
            var before = meter.read();
            load.times(arrived.dossier(), count);
            var spent = meter.read().since(before);
            return new Section.Rounds(DOSSIER)
                    .add("processeur, Java", "µs", spent.cpu().javaPer(count))
                    .add("processeur, PostgreSQL", "µs", spent.cpu().postgresPer(count))
                    .add(CPU, "µs", spent.cpu().per(count))
                    .section();
        }

        private Section rest() throws InterruptedException {
            var before = meter.read();
            TimeUnit.SECONDS.sleep(REST_SECONDS);
            var spent = meter.read().since(before);
            return new Section.Rounds("au repos, par seconde")
                    .add("processeur, Java", "ms", spent.cpu().javaPer(REST_SECONDS) / 1e3)
                    .add(
                            "processeur, PostgreSQL",
                            "ms",
                            spent.cpu().postgresPer(REST_SECONDS) / 1e3)
                    .add("écritures durables", "", spent.writes() / (double) REST_SECONDS)
                    .section();
        }
    }
}
