package fr.socle.bench.timeline;

import fr.socle.bench.Bench;
import fr.socle.bench.measure.Child;
import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Machine;
import fr.socle.bench.report.Limit;
import fr.socle.bench.report.Report;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Options;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./socle bench timeline}: the first page of a person's file, who has ten thousand entries
 * among millions of others.
 */
public final class TimelineBench implements Bench {

    static final String P50 = "durée, p50";

    private static final int PROMISED_MILLIS = 20;

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public String purpose() {
        return "la première page de ce qui a été fait des données d’une personne";
    }

    @Override
    public String help() {
        return """
                --own N         lignes de la personne (10000)
                --small N       lignes de tous, au premier relevé (2000000)
                --large N       au second ; 0 : pas de second (20000000)
                --openings N    ouvertures par tour (200)
                --rounds N      tours (3)
                """;
    }

    @Override
    public Options options() {
        return Options.valued("--own", "--small", "--large", "--openings", "--rounds");
    }

    @Override
    public Report run(Arguments arguments, Home home, PrintStream progress) throws Exception {
        var machine = Machine.present();
        var plan = plan(arguments);
        progress.println("timeline : un nœud entier, PostgreSQL durable, dossier neuf");
        try (var scratch = home.scratch()) {
            var opened = Child.measure(home, TimelineNode.class, scratch, plan, Opened.class);
            var limits =
                    opened.sections().stream()
                            .map(
                                    it ->
                                            Limit.atMost(
                                                    it.title(),
                                                    it.median(P50),
                                                    PROMISED_MILLIS,
                                                    "ms"))
                            .toList();
            return new Report(
                    "timeline",
                    Instant.now(),
                    machine,
                    opened.sections(),
                    limits,
                    List.of(
                            "Ce que la page lit : le compte, les organisations, les vingt dernières lignes ouvertes avec la"
                                    + " clé de la personne ; sans le serveur web ni la mise en page.",
                            "Les lignes des autres sont produites en SQL, dans les tables et les partitions du produit, celles"
                                    + " de la personne éparpillées parmi elles."));
        }
    }

    private static TimelinePlan plan(Arguments arguments) {
        var sizes = new ArrayList<Long>();
        sizes.add((long) arguments.number("--small", 2_000_000, 1, 1_000_000_000));
        var large = arguments.number("--large", 20_000_000, 0, 1_000_000_000);
        if (large > sizes.getFirst()) {
            sizes.add((long) large);
        }
        return new TimelinePlan(
                arguments.number("--own", 10_000, 1, 1_000_000),
                sizes,
                arguments.number("--openings", 200, 1, 1_000_000),
                arguments.number("--rounds", 3, 1, 100));
    }
}
