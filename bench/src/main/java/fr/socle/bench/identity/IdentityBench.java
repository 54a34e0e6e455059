package fr.socle.bench.identity;

import fr.socle.bench.Bench;
import fr.socle.bench.measure.Child;
import fr.socle.bench.measure.Home;
import fr.socle.bench.measure.Machine;
import fr.socle.bench.measure.Scratch;
import fr.socle.bench.report.Report;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Options;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./socle bench identity}: complete brokered sign-ins, here and at Keycloak, through one
 * demonstration provider. The provider is another process and the load generator this one: neither
 * is counted.
 */
public final class IdentityBench implements Bench {

    private static final List<String> NOTES =
            List.of(
                    "Les deux courtiers passent par le même fournisseur de démonstration, un processus à part, avec le même"
                            + " PostgreSQL, durable ; ni lui ni le générateur de charge ne sont comptés.",
                    "Socle vérifie l’état civil, montre une page d’information à chaque fois et inscrit la connexion au journal ;"
                            + " Keycloak ne montre que la page du choix, et garde la connexion comme événement et comme session."
                            + " Les deux signent en ES256 ; le jeton d’accès de Keycloak est un JWT signé, celui de Socle est opaque.",
                    "Chacun revient avec le navigateur de sa première fois : l’appareil est connu, aucune lettre ne part."
                            + " Le jeton d’un service seul (client_credentials) est opaque et gardé chez Socle, signé en ES256 et gardé nulle part"
                            + " chez Keycloak.");

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public String purpose() {
        return "ce que coûte une identification complète, ici et chez Keycloak";
    }

    @Override
    public String help() {
        return """
                --warmup N      identifications de chaque côté avant de mesurer (75000)
                --signins N     identifications mesurées par tour et par côté (4000)
                --rounds N      tours, en alternant les deux côtés (3)
                --rate N        identifications par seconde, à pas égal, pour les durées (100)
                --seconds N     durée de cette mesure (20)
                --people N      comptes qui s’identifient (2000)
                --workers N     identifications à la fois (16)
                --accounts N    comptes de plus dans les tables, puis tout est mesuré de nouveau (0)
                --services N    services, tirés au sort dans ce second passage (1)
                --alone         Socle seul, sans Keycloak
                --against DIR   en plus, un autre arbre construit de Socle, en alternant : avant et après
                """;
    }

    @Override
    public Options options() {
        return Options.valued(
                        "--warmup",
                        "--signins",
                        "--rounds",
                        "--rate",
                        "--seconds",
                        "--people",
                        "--workers",
                        "--accounts",
                        "--services",
                        "--against")
                .withFlags("--alone");
    }

    @Override
    public Report run(Arguments arguments, Home home, PrintStream progress) throws Exception {
        var machine = Machine.present();
        var plan = SignInPlan.of(arguments);
        try (var scratch = home.scratch();
                var beside = home.scratch();
                var provider = new ProviderProcess(scratch)) {
            var sides = new ArrayList<Side>();
            try {
                progress.println("identity : ./socle start dans un dossier neuf");
                sides.add(SocleSide.start("Socle", home, scratch, provider.port()));
                for (var other : arguments.values("--against")) {
                    progress.println("  et celui de " + other);
                    sides.add(
                            SocleSide.start(
                                    other, new Home(Path.of(other)), beside, provider.port()));
                }
                if (!arguments.has("--alone")) {
                    progress.println("  Keycloak " + KeycloakHome.VERSION);
                    sides.add(KeycloakSide.start(home, scratch, provider.port()));
                }
                var contest = new Contest(plan, sides, provider.port(), progress);
                var sections = contest.sections();
                return new Report(
                        "identity", Instant.now(), machine, sections, contest.limits(), NOTES);
            } finally {
                sides.forEach(Side::close);
            }
        }
    }

    /** The demonstration provider, until it is closed. */
    private record ProviderProcess(Child process, int port) implements AutoCloseable {

        ProviderProcess(Scratch scratch) throws Exception {
            this(scratch, Home.freePort());
        }

        private ProviderProcess(Scratch scratch, int port) throws Exception {
            this(
                    Child.program(
                            DemonstrationProvider.class,
                            scratch.folder().resolve("fournisseur"),
                            Integer.toString(port)),
                    port);
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
