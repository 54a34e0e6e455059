package fr.socle.bench.exchange;

import fr.socle.bench.Bench;
import fr.socle.bench.measure.Child;
import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Machine;
import fr.socle.bench.report.Report;
import fr.socle.bench.start.FirstPage;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Options;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * {@code ./socle bench exchange}: the gateway with its durable entries and its minimisation, a
 * plain proxy that does neither, and the provider asked directly; each in a process of its own, and
 * the load generator in this one.
 */
public final class ExchangeBench implements Bench {

    private static final List<String> NOTES =
            List.of(
                    "Chaque échange porte sur une personne connue : trois écritures durables au journal, dont deux scellées"
                            + " pour elle, sont intégrées et signées pendant la mesure, et leur coût est compris.",
                    "Le mandataire simple est fait des seules pièces du JDK (HttpServer et HttpClient) : il ne vérifie et"
                            + " n’écrit rien. Ni le fournisseur ni le générateur de charge ne sont comptés.",
                    "« Où cela passe » : chaque ligne ajoute une étape à la précédente, mesurée par des demandes qui s’arrêtent là.");

    @Override
    public String name() {
        return "exchange";
    }

    @Override
    public String purpose() {
        return "ce que coûte un échange inscrit au journal, à côté d’un simple mandataire";
    }

    @Override
    public String help() {
        return """
                --warmup N      échanges de chaque sorte avant de mesurer (50000)
                --seconds N     durée d’une mesure (20)
                --rounds N      tours, en alternant (3)
                --callers N     appelants à la fois (64)
                --rate N        échanges par seconde, à pas égal, pour les durées (la moitié du débit atteint)
                --people N      personnes sur qui portent les demandes (2000)
                --lasting N     échanges à la fin, pendant lesquels la mémoire est suivie (0)
                """;
    }

    @Override
    public Options options() {
        return Options.valued(
                "--warmup", "--seconds", "--rounds", "--callers", "--rate", "--people", "--lasting");
    }

    @Override
    public Report run(Arguments arguments, Home home, PrintStream progress) throws Exception {
        var machine = Machine.present();
        var plan = ExchangePlan.of(arguments);
        int provider = Home.freePort();
        int proxy = Home.freePort();
        try (var scratch = home.scratch();
                var source =
                        Child.program(
                                DataProvider.class,
                                scratch.folder().resolve("fournisseur"),
                                Integer.toString(provider));
                var plain =
                        Child.program(
                                PlainProxy.class,
                                scratch.folder().resolve("mandataire"),
                                Integer.toString(proxy),
                                Integer.toString(provider))) {
            progress.println("exchange : une commune, une habilitation, un fournisseur, des personnes");
            var wanted = new Registration.Wanted(provider, plan.people());
            var made =
                    Child.measure(
                            home, Registration.class, scratch, wanted, Registration.Made.class);
            var data = scratch.folder().resolve("data");
            int port = Home.freePort();
            progress.println("  ./socle start");
            try (var node = Child.socle(home, data, port, Map.of())) {
                FirstPage.await(node, port);
                var sides =
                        new Sides(
                                new Sides.Gateway(node.pid(), data, port),
                                new Sides.Peer(plain.pid(), proxy),
                                new Sides.Peer(source.pid(), provider),
                                made);
                var contest = new Rounds(plan, sides, progress);
                var sections = contest.sections();
                return new Report(
                        "exchange", Instant.now(), machine, sections, contest.limits(), NOTES);
            }
        }
    }
}
