package fr.socle.bench.observatoire;

import fr.socle.bench.Bench;
import fr.socle.bench.measure.Child;
import fr.socle.bench.measure.EmbeddedPostmaster;
import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Machine;
import fr.socle.bench.measure.ServerCpu;
import fr.socle.bench.page.Load;
import fr.socle.bench.report.Limit;
import fr.socle.bench.report.Report;
import fr.socle.bench.report.Section;
import fr.socle.bench.start.FirstPage;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code ./socle bench observatoire}: the public table of 250 procedures and twelve indicators. */
public final class ObservatoireBench implements Bench {

    private static final String PAGE = "/observatoire";
    private static final String CPU = "processeur par page, Java et PostgreSQL";
    private static final int DEMARCHES = 250;
    private static final int PROMISED_MICROS = 5_000;

    private static final List<String> NOTES =
            List.of(
                    "250 démarches, une centaine d’avis chacune, trois mois de sonde ; un nœud recompte"
                            + " le tableau toutes les dix secondes au plus, ce que la moyenne comprend.");

    @Override
    public String name() {
        return "observatoire";
    }

    @Override
    public String purpose() {
        return "ce que coûte le tableau public de 250 démarches et douze indicateurs";
    }

    @Override
    public String help() {
        return """
                --readers N     connexions simultanées (8)
                --warmup N      pages avant de mesurer (4000)
                --pages N       pages d’une mesure (4000)
                --rounds N      combien de mesures (3)
                """;
    }

    @Override
    public Options options() {
        return Options.valued("--readers", "--warmup", "--pages", "--rounds");
    }

    @Override
    public Report run(Arguments arguments, Home home, PrintStream progress) throws Exception {
        var machine = Machine.present();
        progress.println("observatoire : ./socle start dans un dossier neuf");
        try (var scratch = home.scratch()) {
            var data = scratch.folder().resolve("data");
            var port = Home.freePort();
            try (var node = Child.socle(home, data, port, Map.of())) {
                FirstPage.await(node, port);
                seed(data);
                var section = measure(arguments, node.pid(), data, port, progress);
                var limit =
                        Limit.atMost(
                                "processeur du tableau de 250 démarches × 12 indicateurs",
                                section.median(CPU),
                                PROMISED_MICROS,
                                "µs");
                return new Report(
                        name(), Instant.now(), machine, List.of(section), List.of(limit), NOTES);
            }
        }
    }

    private static Section measure(
            Arguments arguments, long node, Path data, int port, PrintStream progress) {
        var load = new Load(port, arguments.number("--readers", 8, 1, 1000), "");
        var warmup = arguments.number("--warmup", 4_000, 1, 10_000_000);
        var pages = arguments.number("--pages", 4_000, 1, 10_000_000);
        var rounds = arguments.number("--rounds", 3, 1, 100);
        progress.println("  mise en température : %,d pages".formatted(warmup));
        load.times(PAGE, warmup);
        var section = new Section.Rounds(PAGE);
        for (var round = 1; round <= rounds; round++) {
            progress.println("  tour %d/%d".formatted(round, rounds));
            var before = ServerCpu.now(node, data);
            var answered = load.times(PAGE, pages);
            var cpu = ServerCpu.now(node, data).since(before);
            section.add("durée, p50", "ms", answered.latencies().percentile(50))
                    .add("durée, p99", "ms", answered.latencies().percentile(99))
                    .add("processeur par page, Java", "µs", cpu.javaPer(answered.count()))
                    .add("processeur par page, PostgreSQL", "µs", cpu.postgresPer(answered.count()))
                    .add(CPU, "µs", cpu.per(answered.count()));
        }
        return section.section();
    }

    private static void seed(Path data) throws SQLException, IOException {
        try (var connection = EmbeddedPostmaster.in(data).orElseThrow().connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO avis.listed (id, organisation, on_socle, name, address, administration, ministere,
                                             online, audiences, volume, volume_online, once_only, sign_in, client_id,
                                             changed_at)
                    SELECT gen_random_uuid(), gen_random_uuid(), false, 'Démarche essentielle numéro ' || n, '',
                           'Administration ' || n %% 40, 'Ministère ' || n %% 12, 'oui', '{Particuliers}', 20000,
                           10000 + n, (n %% 7)::text, CASE WHEN n %% 3 = 0 THEN 'non' ELSE 'franceconnect' END, '', now()
                      FROM generate_series(1, %d) n
                    """
                            .formatted(DEMARCHES));
            statement.execute(
                    """
                    INSERT INTO avis.opinion (demarche, day, satisfaction, comprehension, contact_tried,
                                              contact_reached, contact_satisfaction)
                    SELECT l.id, current_date - n % 80, (ARRAY['good', 'medium', 'bad'])[1 + n % 3],
                           (ARRAY['very_good', 'good', 'bad'])[1 + n % 3], '{phone}', n % 4 > 0, 'good'
                      FROM avis.listed l, generate_series(1, 120) n
                    """);
            statement.execute(
                    """
                    INSERT INTO avis.tally_delta (service, form, kind, day, opinions, satisfaction_good,
                                                  satisfaction_medium, satisfaction_bad, comprehension_very_good,
                                                  comprehension_good, comprehension_bad, reached, not_reached,
                                                  help_good, tried)
                    SELECT demarche, '00000000-0000-0000-0000-000000000000', kind, day, count(*),
                           count(*) FILTER (WHERE satisfaction = 'good'),
                           count(*) FILTER (WHERE satisfaction = 'medium'),
                           count(*) FILTER (WHERE satisfaction = 'bad'),
                           count(*) FILTER (WHERE comprehension = 'very_good'),
                           count(*) FILTER (WHERE comprehension = 'good'),
                           count(*) FILTER (WHERE comprehension = 'bad'),
                           count(*) FILTER (WHERE contact_reached), count(*) FILTER (WHERE NOT contact_reached),
                           count(*), count(*)
                      FROM avis.opinion
                     GROUP BY demarche, kind, day
                    """);
            statement.execute(
                    """
                    INSERT INTO avis.probe_day (demarche, day, asked, up, pages, millis)
                    SELECT l.id, current_date - n, repeat('1', 1500)::bit(1500), repeat('1', 1500)::bit(1500),
                           1440, 1440 * 350
                      FROM avis.listed l, generate_series(1, 80) n
                    """);
            statement.execute(
                    """
                    INSERT INTO avis.rgaa
                    SELECT id, 50 + random() * 50, current_date - 40, 'Cabinet', current_date - 30, 'acces@a.example',
                           'Des images.', ''
                      FROM avis.listed
                    """);
        }
    }
}
