package fr.socle.bench.avis;

import fr.socle.avis.Scores;
import fr.socle.avis.score.Deltas;
import fr.socle.avis.token.Opinions;
import fr.socle.bench.Bench;
import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Latencies;
import fr.socle.bench.measure.Machine;
import fr.socle.bench.measure.Node;
import fr.socle.bench.report.Limit;
import fr.socle.bench.report.Report;
import fr.socle.bench.report.Section;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Options;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code ./socle bench avis}: how many steps of the form are kept in a second, and what any score
 * over very many opinions takes. The public table has a bench of its own, {@code observatoire}.
 */
public final class AvisBench implements Bench {

    private static final String STEPS = "étapes du formulaire, gardées une à une";
    private static final String SCORES = "note d’un intervalle tiré au hasard";
    private static final String PACE = "étapes par seconde";
    private static final String TAIL = "durée, p99";
    private static final double PROMISED_STEPS = 1_000;
    private static final double PROMISED_MS = 100;
    private static final int STEPS_OF_A_FORM = 4;

    @Override
    public String name() {
        return "avis";
    }

    @Override
    public String purpose() {
        return "les étapes d’avis gardées par seconde, et une note sur des millions d’avis";
    }

    @Override
    public String help() {
        return """
                --opinions N    avis en base (10000000)
                --draws N       notes tirées au hasard (500)
                --people N      personnes à la fois (16)
                --forms N       formulaires remplis par mesure (4000)
                --rounds N      combien de mesures (3)
                --seed N        graine du tirage (1)
                """;
    }

    @Override
    public Options options() {
        return Options.valued("--opinions", "--draws", "--people", "--forms", "--rounds", "--seed");
    }

    @Override
    public Report run(Arguments arguments, Home home, PrintStream progress) throws Exception {
        var machine = Machine.present();
        var count = arguments.number("--opinions", 10_000_000, 1000, 100_000_000);
        try (var scratch = home.scratch();
                var context = Node.open(scratch.folder().resolve("data"))) {
            progress.println("avis : %,d avis".formatted(count));
            var many =
                    new ManyOpinions(
                            context.getBean(JdbcClient.class),
                            context.getBean(Deltas.class),
                            context.getBean(Scores.class));
            many.write(count);
            var scores = scores(arguments, many);
            var steps = steps(arguments, context, progress);
            return new Report(
                    name(),
                    Instant.now(),
                    machine,
                    List.of(steps, scores),
                    List.of(
                            Limit.atLeast(
                                    "étapes gardées par seconde",
                                    steps.median(PACE),
                                    PROMISED_STEPS,
                                    "/s"),
                            Limit.atMost(
                                    "99 notes sur 100", scores.median(TAIL), PROMISED_MS, "ms")),
                    notes(count));
        }
    }

    private static Section steps(
            Arguments arguments, ConfigurableApplicationContext context, PrintStream progress)
            throws InterruptedException {
        var people = (int) arguments.number("--people", 16, 1, 1000);
        var forms = arguments.number("--forms", 4_000, 1, 1_000_000);
        var rounds = arguments.number("--rounds", 3, 1, 100);
        var saves = new StepSaves(context.getBean(Opinions.class));
        saves.run(people, forms);
        var section = new Section.Rounds(STEPS);
        for (var round = 1; round <= rounds; round++) {
            progress.println("  tour %d/%d".formatted(round, rounds));
            var began = System.nanoTime();
            var latencies = saves.run(people, forms);
            var seconds = (System.nanoTime() - began) / 1e9;
            section.add(PACE, "/s", forms * STEPS_OF_A_FORM / seconds)
                    .add("durée, p50", "ms", latencies.percentile(50))
                    .add(TAIL, "ms", latencies.percentile(99));
        }
        return section.section();
    }

    private static Section scores(Arguments arguments, ManyOpinions many) {
        var draws = arguments.number("--draws", 500, 1, 100_000);
        var random = new Random(arguments.number("--seed", 1, 0, Integer.MAX_VALUE));
        for (var i = 0; i < draws / 4; i++) {
            many.score(ManyOpinions.interval(random), random);
        }
        var latencies = new Latencies();
        for (var i = 0; i < draws; i++) {
            var days = ManyOpinions.interval(random);
            var began = System.nanoTime();
            many.score(days, random);
            latencies.add(System.nanoTime() - began);
        }
        if (!many.exact(ManyOpinions.interval(random))) {
            throw new IllegalStateException("the aggregates do not say what the opinions say");
        }
        return new Section.Rounds(SCORES)
                .add("durée, p50", "ms", latencies.percentile(50))
                .add(TAIL, "ms", latencies.percentile(99))
                .section();
    }

    private static List<String> notes(long count) {
        return List.of(
                "%,d avis inventés sur vingt services et dix ans ; la note d’un service, de plusieurs ou de tous."
                        .formatted(count),
                "Une étape est une transaction durable ; mesurée dans le processus qui sert les pages, sans la page.");
    }
}
