package fr.socle.bench.exchange;

import fr.socle.bench.Bench;
import fr.socle.bench.measure.Child;
import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Machine;
import fr.socle.bench.measure.Scratch;
import fr.socle.bench.report.Report;
import fr.socle.bench.start.FirstPage;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Options;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./socle bench exchange}: the gateway with its durable entries and its minimisation, a
 * plain proxy and Spring Cloud Gateway that do neither, and the provider asked directly; each in a
 * process of its own, and the load generator in this one.
 */
public final class ExchangeBench implements Bench {

    private static final List<String> NOTES =
            List.of(
                    "Chaque échange porte sur une personne connue : deux écritures durables au journal, scellées pour elle, et sa"
                            + " part d’une troisième, sont intégrées et signées pendant la mesure, et leur coût est compris.",
                    "Les mandataires (l’un des seules pièces du JDK, l’autre Spring Cloud Gateway) ne vérifient et n’écrivent rien."
                            + " Le générateur de charge n’est pas compté ; nginx n’est pas mesuré.",
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
                --exchanges N   échanges à la fin, pendant lesquels la mémoire est suivie (0)
                --alone         sans Spring Cloud Gateway, qui vient de Maven Central
                """;
    }

    @Override
    public Options options() {
        return Options.valued(
                        "--warmup",
                        "--seconds",
                        "--rounds",
                        "--callers",
                        "--rate",
                        "--people",
                        "--exchanges")
                .withFlags("--alone");
    }

    @Override
    public Report run(Arguments arguments, Home home, PrintStream progress) throws Exception {
        var plan = ExchangePlan.of(arguments);
        var machine = Machine.present();
        var spring =
                arguments.has("--alone") ? Optional.<SpringGateway>empty() : SpringGateway.of(home);
        var peers = new ArrayList<Peer>();
        try (var scratch = home.scratch()) {
            try {
                peers.add(Peer.provider(scratch));
                peers.add(Peer.plainProxy(scratch, peers.getFirst()));
                if (spring.isPresent()) {
                    peers.add(Peer.spring(spring.get(), scratch, peers.getFirst()));
                } else {
                    progress.println("  sans Spring Cloud Gateway");
                }
                return measure(new Setting(plan, machine, peers), home, scratch, progress);
            } finally {
                peers.reversed().forEach(Peer::close);
            }
        }
    }

    private record Setting(ExchangePlan plan, Machine machine, List<Peer> peers) {}

    private static Report measure(Setting setting, Home home, Scratch scratch, PrintStream progress)
            throws Exception {
        progress.println("exchange : une commune, une habilitation, un fournisseur, des personnes");
        var wanted =
                new Registration.Wanted(setting.peers().getFirst().port(), setting.plan().people());
        var made =
                Child.measure(home, Registration.class, scratch, wanted, Registration.Made.class);
        var data = scratch.folder().resolve("data");
        int port = Home.freePort();
        progress.println("  ./socle start");
        try (var node = Child.socle(home, data, port, Map.of())) {
            FirstPage.await(node, port);
            var gateway = new Sides.Gateway(node.pid(), data, port);
            var rounds =
                    new Rounds(setting.plan(), new Sides(gateway, setting.peers(), made), progress);
            var sections = rounds.sections();
            return new Report(
                    "exchange", Instant.now(), setting.machine(), sections, rounds.limits(), NOTES);
        }
    }
}
