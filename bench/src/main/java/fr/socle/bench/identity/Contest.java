package fr.socle.bench.identity;

import fr.socle.bench.measure.ServerCpu;
import fr.socle.bench.report.Limit;
import fr.socle.bench.report.Section;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rounds: each side in turn, first as it is, then with its tables full. */
final class Contest {

    private static final String JAVA = "processeur, Java";
    private static final String POSTGRES = "processeur, PostgreSQL";
    private static final String CPU = "processeur, Java et PostgreSQL";
    private static final String P99 = "durée à ce pas, p99";
    private static final String TOKEN = "jeton";
    private static final String USERINFO = "données (userinfo)";
    private static final String FULL = ", tables pleines";

    private static final double THIRD = 1.0 / 3;
    private static final double AS_BEFORE = 1.2;
    private static final int READ_MICROS = 200;
    private static final int AGAIN_MICROS = 400;
    private static final int P99_MILLIS = 60;

    private final SignInPlan plan;
    private final List<Side> sides;
    private final int provider;
    private final PrintStream progress;
    private final Map<String, Section> whole = new LinkedHashMap<>();
    private final Map<String, Section> steps = new LinkedHashMap<>();

    Contest(SignInPlan plan, List<Side> sides, int provider, PrintStream progress) {
        this.plan = plan;
        this.sides = sides;
        this.provider = provider;
        this.progress = progress;
    }

    List<Section> sections() throws Exception {
        measure("", new Population(plan.people(), 1), plan.warmup());
        if (plan.loaded().any()) {
            for (var side : sides) {
                progress.println("  %s : remplissage des tables".formatted(side.name()));
                side.load(plan.loaded());
            }
            var everywhere = new Population(plan.people(), plan.loaded().services());
            measure(FULL, everywhere, plan.signIns());
        }
        var sections = new ArrayList<>(whole.values());
        sections.addAll(steps.values());
        return sections;
    }

    private void measure(String suffix, Population population, int warmup) throws Exception {
        var rounds = new ArrayList<Rounds>();
        try {
            for (var side : sides) {
                var title = side.name() + suffix;
                var crowd = new Crowd(side, plan.workers(), provider, population);
                rounds.add(new Rounds(title, crowd));
                progress.println("  %s : %,d pour rien".formatted(title, warmup));
                crowd.introduce();
                crowd.signIn(warmup);
            }
            for (var round = 1; round <= plan.rounds(); round++) {
                progress.println("  tour %d/%d".formatted(round, plan.rounds()));
                for (var it : rounds) {
                    it.measure();
                }
            }
        } finally {
            for (var it : rounds) {
                it.crowd.close();
            }
        }
        rounds.forEach(Rounds::tell);
    }

    /** What one side showed, round after round. */
    private final class Rounds {

        private final String title;
        private final Crowd crowd;
        private final Section.Rounds total;
        private final Section.Rounds each;

        Rounds(String title, Crowd crowd) {
            this.title = title;
            this.crowd = crowd;
            total = new Section.Rounds(title + ", une identification");
            each = new Section.Rounds(title + ", étape par étape, Java et PostgreSQL");
        }

        void measure() throws Exception {
            var spent = crowd.stepByStep(plan.signIns());
            var all =
                    spent.entrySet().stream()
                            .filter(it -> it.getKey().part() == Step.Part.OF_IT)
                            .map(Map.Entry::getValue)
                            .reduce(ServerCpu::plus)
                            .orElseThrow();
            total.add(JAVA, "ms", all.javaPer(plan.signIns()) / 1e3)
                    .add(POSTGRES, "ms", all.postgresPer(plan.signIns()) / 1e3)
                    .add(CPU, "ms", all.per(plan.signIns()) / 1e3);
            spent.forEach((step, cpu) -> each.add(step.name(), "µs", cpu.per(plan.signIns())));
            var counted = crowd.side().database();
            var latencies = crowd.paced(plan.pace().rate(), plan.pace().time());
            var database = crowd.side().database().since(counted);
            double many = plan.pace().rate() * plan.pace().time().toSeconds();
            total.add("transactions SQL", "", database.transactions() / many)
                    .add("écritures durables", "", database.writes() / many)
                    .add("journal de PostgreSQL (WAL)", "ko", database.wal() / many / 1024);
            total.add("durée à ce pas, p50", "ms", latencies.percentile(50))
                    .add(P99, "ms", latencies.percentile(99));
        }

        void tell() {
            whole.put(title, total.section());
            steps.put(title, each.section());
        }
    }

    /** Promises about Keycloak only where it was measured. */
    List<Limit> limits() {
        var ours = sides.getFirst().name();
        var limits = new ArrayList<Limit>();
        limits.add(
                Limit.atMost(
                        "durée d’une identification, p99, à %d par seconde"
                                .formatted(plan.pace().rate()),
                        of(whole, ours).median(P99),
                        P99_MILLIS,
                        "ms"));
        limits.add(micros(USERINFO, READ_MICROS));
        limits.add(micros(SocleSide.INTROSPECTION, READ_MICROS));
        limits.add(micros(SocleSide.AGAIN, AGAIN_MICROS));
        if (sides.getLast() instanceof KeycloakSide rival) {
            var theirs = rival.name();
            limits.add(ratio("identification, sur Keycloak", whole, ours, theirs, CPU, THIRD));
            limits.add(ratio("jeton, sur Keycloak", steps, ours, theirs, TOKEN, THIRD));
            limits.add(
                    ratio(
                            "jeton du service seul, sur Keycloak",
                            steps,
                            ours,
                            theirs,
                            Side.OWN_TOKEN,
                            THIRD));
        }
        if (plan.loaded().any()) {
            limits.add(
                    ratio(
                            "identification, tables pleines sur vides",
                            whole,
                            ours + FULL,
                            ours,
                            CPU,
                            AS_BEFORE));
        }
        return limits;
    }

    private Limit micros(String step, int bound) {
        double median = of(steps, sides.getFirst().name()).median(step);
        return Limit.atMost("processeur : " + step, median, bound, "µs");
    }

    private static Limit ratio(
            String text,
            Map<String, Section> sections,
            String one,
            String other,
            String figure,
            double bound) {
        double ratio = of(sections, one).median(figure) / of(sections, other).median(figure);
        return Limit.atMost("processeur : " + text, ratio, bound, "");
    }

    private static Section of(Map<String, Section> sections, String title) {
        return Objects.requireNonNull(sections.get(title), title);
    }
}
