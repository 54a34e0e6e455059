package fr.socle.bench.proof;

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
import java.time.Instant;
import java.util.List;

/** {@code ./socle bench proof}. */
public final class ProofBench implements Bench {

    static final String PROOF = "preuve d’inclusion, processeur";
    static final String RECEIPT = "reçu entier pour un DPO, processeur";
    static final String CPU = "Java et PostgreSQL";

    private static final long SEED = 20_260_418;
    private static final int PROMISED_MICROS = 1000;

    @Override
    public String name() {
        return "proof";
    }

    @Override
    public String purpose() {
        return "ce que coûtent une preuve d’inclusion et un reçu dans un grand journal";
    }

    @Override
    public String help() {
        return """
                --entries N     entrées du journal (1000000)
                --proofs N      preuves par tour, après autant pour la mise en température (20000)
                --rounds N      tours (3)
                """;
    }

    @Override
    public Options options() {
        return Options.valued("--entries", "--proofs", "--rounds");
    }

    @Override
    public Report run(Arguments arguments, Home home, PrintStream progress) throws Exception {
        var machine = Machine.present();
        var plan =
                new ProofPlan(
                        arguments.number("--entries", 1_000_000, 1, 1_000_000_000),
                        arguments.number("--proofs", 20_000, 1, 10_000_000),
                        arguments.number("--rounds", 3, 1, 100),
                        SEED);
        progress.println("proof : un nœud entier, PostgreSQL durable, dossier neuf");
        var sections = measure(home, plan).sections();
        return new Report(
                "proof",
                Instant.now(),
                machine,
                sections,
                List.of(limit(sections.get(0), plan), limit(sections.get(1), plan)),
                List.of(
                        "Un fil demande, l’une après l’autre, des entrées tirées au sort ;"
                                + " rien n’est gardé en mémoire entre deux preuves."));
    }

    private static Limit limit(Section section, ProofPlan plan) {
        return Limit.atMost(
                "%s, journal de %,d entrées".formatted(section.title(), plan.entries()),
                section.median(CPU),
                PROMISED_MICROS,
                "µs");
    }

    private static Sections measure(Home home, ProofPlan plan) throws Exception {
        try (var scratch = home.scratch()) {
            return Child.measure(home, ProofNode.class, scratch, plan, Sections.class);
        }
    }
}
