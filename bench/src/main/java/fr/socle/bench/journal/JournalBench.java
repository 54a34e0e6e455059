package fr.socle.bench.journal;

import fr.socle.bench.Bench;
import fr.socle.bench.measure.Child;
import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Machine;
import fr.socle.bench.report.Limit;
import fr.socle.bench.report.Report;
import fr.socle.bench.report.Section;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Options;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code ./socle bench journal}. */
public final class JournalBench implements Bench {

    private static final long SEED = 20_260_417;

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public String purpose() {
        return "les écritures du journal, groupées et une transaction chacune";
    }

    @Override
    public String help() {
        return """
                --callers N     appelants simultanés (256)
                --warmup N      écritures de chaque sorte avant de mesurer (100000)
                --seconds N     durée d’une mesure (20)
                --rounds N      combien de fois, en alternant (3)
                """;
    }

    @Override
    public Options options() {
        return Options.valued("--callers", "--warmup", "--seconds", "--rounds");
    }

    @Override
    public Report run(Arguments arguments, Home home, PrintStream progress) throws Exception {
        var machine = Machine.present();
        var plan =
                new Plan(
                        arguments.number("--callers", 256, 1, 10_000),
                        arguments.number("--warmup", 100_000, 1, 10_000_000),
                        Duration.ofSeconds(arguments.number("--seconds", 20, 1, 3600)),
                        arguments.number("--rounds", 3, 1, 100),
                        SEED);
        progress.println("journal : un nœud entier, PostgreSQL durable, dossier neuf");
        return report(machine, plan, measure(home, plan));
    }

    private static Measured measure(Home home, Plan plan) throws Exception {
        try (var scratch = home.scratch()) {
            return Child.measure(home, JournalNode.class, scratch, plan, Measured.class);
        }
    }

    private static Report report(Machine machine, Plan plan, Measured measured) {
        var group = measured.group();
        var each = measured.each();
        var ratio = group.median(Window.CPU) / each.median(Window.CPU);
        return new Report(
                "journal",
                Instant.now(),
                machine,
                List.of(
                        new Section(
                                "groupées, %d appelants".formatted(plan.callers()),
                                group.figures()),
                        new Section("une transaction chacune", each.figures()),
                        apart(measured)),
                List.of(
                        Limit.atLeast(
                                "écritures durables et intégrées",
                                group.median(Window.INTEGRATED),
                                10_000,
                                "/s"),
                        Limit.atMost(
                                "processeur, groupées sur une transaction chacune",
                                ratio,
                                0.25,
                                ""),
                        Limit.atMost(
                                "de l’appel à l’intégration, p99",
                                group.median(Window.INTEGRATION_P99),
                                1000,
                                "ms")),
                List.of(
                        "Les appelants sont dans le processus du nœud, car le journal n’a pas d’entrée HTTP ;"
                                + " leur part est mesurée sans rien écrire et reste comprise dans les autres chiffres."));
    }

    private static Section apart(Measured measured) {
        var apart = measured.apart();
        var generator = measured.generator();
        return new Section.Rounds("processeur par écriture, chaque étape seule")
                .add("écrire groupé, Java", "µs", apart.group().java())
                .add("écrire groupé, PostgreSQL", "µs", apart.group().postgres())
                .add("écrire une à une, Java", "µs", apart.each().java())
                .add("écrire une à une, PostgreSQL", "µs", apart.each().postgres())
                .add("intégrer, Java", "µs", apart.integration().java())
                .add("intégrer, PostgreSQL", "µs", apart.integration().postgres())
                .add("générateur de charge, Java", "µs", generator)
                .add("rapport de tout, intégration comprise", "", whole(measured, 0))
                .add("le même sans le générateur", "", whole(measured, generator))
                .add(
                        "rapport des seules écritures",
                        "",
                        apart.group().total() / apart.each().total())
                .section();
    }

    private static double whole(Measured measured, double generator) {
        return (measured.group().median(Window.CPU) - generator)
                / (measured.each().median(Window.CPU) - generator);
    }
}
