package fr.socle.bench;

import fr.socle.bench.avis.AvisBench;
import fr.socle.bench.demarches.DemarchesBench;
import fr.socle.bench.demarches.ListesBench;
import fr.socle.bench.exchange.ExchangeBench;
import fr.socle.bench.identity.IdentityBench;
import fr.socle.bench.journal.JournalBench;
import fr.socle.bench.journey.JourneyBench;
import fr.socle.bench.measure.Home;
import fr.socle.bench.observatoire.ObservatoireBench;
import fr.socle.bench.page.PageBench;
import fr.socle.bench.proof.ProofBench;
import fr.socle.bench.report.PerformancePage;
import fr.socle.bench.report.Printed;
import fr.socle.bench.report.Results;
import fr.socle.bench.start.StartBench;
import fr.socle.bench.timeline.TimelineBench;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ./socle bench [NAME] [options]}. */
public final class Main {

    private static final int USAGE = 64;
    private static final Options COMMON = Options.NONE.withFlags("--assert", "--write", "--help");
    private static final List<Bench> BENCHES =
            List.of(
                    new JournalBench(),
                    new ProofBench(),
                    new PageBench(),
                    new JourneyBench(),
                    new IdentityBench(),
                    new ExchangeBench(),
                    new TimelineBench(),
                    new AvisBench(),
                    new ObservatoireBench(),
                    new DemarchesBench(),
                    new ListesBench(),
                    new StartBench());

    private final Home home;
    private final PrintStream out;

    private Main(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    /**
     * @param args the project's folder, then what the user typed
     */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.FRENCH);
        var main = new Main(new Home(Path.of(args[0])), System.out);
        try {
            System.exit(main.run(List.of(args).subList(1, args.length)));
        } catch (UsageError wrong) {
            System.err.println("socle bench : " + wrong.getMessage() + ".");
            System.err.println("Voir : ./socle bench --help");
            System.exit(USAGE);
        }
    }

    private int run(List<String> args) throws Exception {
        var named = args.stream().filter(it -> !it.startsWith("--")).findFirst();
        var bench = named.isEmpty() || !args.getFirst().equals(named.get()) ? null : bench(args);
        if (bench == null) {
            return withoutName(Arguments.parse(args, COMMON));
        }
        var arguments = Arguments.parse(args.subList(1, args.size()), bench.options().and(COMMON));
        if (!arguments.words().isEmpty()) {
            throw new UsageError("« " + arguments.words().getFirst() + " » est de trop");
        }
        if (arguments.has("--help")) {
            out.println(help(bench));
            return 0;
        }
        return measure(bench, arguments);
    }

    private int measure(Bench bench, Arguments arguments) throws Exception {
        var report = bench.run(arguments, home, out);
        var results = new Results(home.results());
        Printed.print(report, out);
        out.println();
        out.println("  gardé dans " + home.root().relativize(results.keep(report)));
        if (arguments.has("--write")) {
            write(results);
        }
        return arguments.has("--assert") && !report.holds() ? 1 : 0;
    }

    private int withoutName(Arguments arguments) throws IOException {
        if (arguments.has("--write")) {
            write(new Results(home.results()));
            return 0;
        }
        out.println(
                "Usage : ./socle bench NOM [options]     (./socle bench NOM --help pour chacun)");
        BENCHES.forEach(it -> out.println("  %-10s %s".formatted(it.name(), it.purpose())));
        out.println("  --write    sans NOM : récrit les chiffres de docs/performance.md");
        return 0;
    }

    private void write(Results results) throws IOException {
        new PerformancePage(home.performancePage()).write(results.all());
        out.println("  docs/performance.md est à jour");
    }

    private static Bench bench(List<String> args) {
        var name = args.getFirst();
        return Optional.of(name).stream()
                .flatMap(it -> BENCHES.stream().filter(bench -> bench.name().equals(it)))
                .findFirst()
                .orElseThrow(() -> new UsageError("la mesure « " + name + " » n’existe pas"));
    }

    private static String help(Bench bench) {
        return """
                Usage : ./socle bench %s [options]

                Mesure %s.

                %s
                  --assert        sort avec 1 si une promesse n’est pas tenue
                  --write         récrit les chiffres de docs/performance.md
                """
                .formatted(
                        bench.name(),
                        bench.purpose(),
                        bench.help().strip().indent(2).stripTrailing())
                .strip();
    }
}
