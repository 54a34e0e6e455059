package fr.socle.bench.demarches;

import fr.socle.bench.Bench;
import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Latencies;
import fr.socle.bench.measure.Machine;
import fr.socle.bench.measure.Node;
import fr.socle.bench.report.Limit;
import fr.socle.bench.report.Report;
import fr.socle.bench.report.Section;
import fr.socle.demarches.groupe.Hidden;
import fr.socle.demarches.liste.Colonne;
import fr.socle.demarches.liste.Demande;
import fr.socle.demarches.liste.Filtre;
import fr.socle.demarches.liste.Listes;
import fr.socle.demarches.liste.Onglet;
import fr.socle.demarches.liste.Tri;
import fr.socle.directory.AgentId;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Options;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code ./socle bench listes}: the first page of a list over very many dossiers of one procedure,
 * filtered and sorted by columns drawn at random. In this process: what a browser waits for besides
 * is the page's, and measured there.
 */
public final class ListesBench implements Bench {

    private static final String TITLE = "première page de 50, un filtre, deux tris";
    private static final int PAGE = 50;
    private static final double PROMISED = 100;

    @Override
    public String name() {
        return "listes";
    }

    @Override
    public String purpose() {
        return "la première page d’une liste de millions de dossiers";
    }

    @Override
    public String help() {
        return """
                --dossiers N    dossiers de la démarche (2000000)
                --draws N       listes tirées au hasard (200)
                --seed N        graine du tirage (1)
                """;
    }

    @Override
    public Options options() {
        return Options.valued("--dossiers", "--draws", "--seed");
    }

    @Override
    public Report run(Arguments arguments, Home home, PrintStream progress) throws Exception {
        var machine = Machine.present();
        var count = arguments.number("--dossiers", 2_000_000, 1000, 20_000_000);
        var draws = arguments.number("--draws", 200, 1, 100_000);
        var random = new Random(arguments.number("--seed", 1, 0, Integer.MAX_VALUE));
        try (var scratch = home.scratch();
                var context = Node.open(scratch.folder().resolve("data"))) {
            var dossiers = new ManyDossiers(context.getBean(JdbcClient.class));
            progress.println("listes : %,d dossiers".formatted(count));
            dossiers.write(count);
            var listes = context.getBean(Listes.class);
            for (var i = 0; i < draws / 4; i++) {
                listes.page(drawn(dossiers, random), null, PAGE);
            }
            var section = measured(listes, dossiers, random, draws, progress);
            return new Report(
                    name(),
                    Instant.now(),
                    machine,
                    List.of(section),
                    limits(section),
                    notes(count));
        }
    }

    private static Section measured(
            Listes listes, ManyDossiers dossiers, Random random, int draws, PrintStream progress) {
        var latencies = new Latencies();
        for (var i = 0; i < draws; i++) {
            var wanted = drawn(dossiers, random);
            var began = System.nanoTime();
            listes.page(wanted, null, PAGE);
            var took = System.nanoTime() - began;
            latencies.add(took);
            if (took > PROMISED * 1e6) {
                progress.println("  %,d ms : %s".formatted(took / 1_000_000, told(wanted)));
            }
        }
        return new Section.Rounds(TITLE)
                .add("durée, p50", "ms", latencies.percentile(50))
                .add("durée, p95", "ms", latencies.percentile(95))
                .add("durée, la plus longue", "ms", latencies.percentile(100))
                .section();
    }

    /** Two orders and a filter, on columns that are not the same. */
    private static Demande drawn(ManyDossiers dossiers, Random random) {
        var columns = new ArrayList<>(ManyDossiers.columns());
        Collections.shuffle(columns, random);
        var reader =
                new Demande.Reader(
                        new AgentId(new UUID(0, 1)),
                        List.of(dossiers.service),
                        new Hidden(List.of(), List.of()));
        return new Demande(
                dossiers.demarche,
                reader,
                Onglet.TOUS,
                List.of(filter(dossiers, columns.get(2), random)),
                "",
                null,
                new Tri(columns.get(0), random.nextBoolean()),
                new Tri(columns.get(1), random.nextBoolean()));
    }

    private static Filtre filter(ManyDossiers dossiers, Colonne column, Random random) {
        var key = dossiers.someKey(column);
        return random.nextBoolean()
                ? new Filtre(column, Filtre.How.EGAL, key, key, key)
                : new Filtre(column, Filtre.How.AU_MOINS, key, key, "~");
    }

    private static String told(Demande wanted) {
        var filter = wanted.filtres().getFirst();
        return "%s %s %s, tri %s %s"
                .formatted(
                        filter.colonne().code(),
                        filter.how().code(),
                        filter.low(),
                        wanted.first().colonne().code(),
                        wanted.second().colonne().code());
    }

    private static List<Limit> limits(Section section) {
        return List.of(
                Limit.atMost("95 listes sur 100", section.median("durée, p95"), PROMISED, "ms"));
    }

    private static List<String> notes(long count) {
        return List.of(
                "Une démarche de %,d dossiers inventés et neuf colonnes ; les données tiennent en mémoire."
                        .formatted(count),
                "Mesuré dans le processus qui sert les pages, sans la page.");
    }
}
