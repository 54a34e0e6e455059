package fr.socle.journey;

import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code ./socle journey}: lives the main journey against what runs, and says where it breaks. */
public final class JourneyCommand implements Command {

    @Override
    public String name() {
        return "journey";
    }

    @Override
    public Options options() {
        return Options.valued("--url", "--keep", "--seed").withFlags("--twice");
    }

    @Override
    public int run(Arguments arguments, House house) throws Exception {
        var began = Instant.now();
        var given = arguments.values("--url").stream().map(JourneyCommand::address).toList();
        var seed = seed(arguments, given);
        if (!given.isEmpty()) {
            return live(given, arguments, seed, house.out(), began);
        }
        house.out().println("Un Socle démarre sur un dossier vide…");
        try (var instance = Instance.start()) {
            return live(List.of(instance.address()), arguments, seed, house.out(), began);
        }
    }

    private static Optional<Seed> seed(Arguments arguments, List<URI> given) {
        var file = arguments.value("--seed").map(Path::of);
        if (file.isPresent() && (given.isEmpty() || arguments.has("--twice"))) {
            throw new UsageError("--seed va avec --url, et sans --twice");
        }
        return file.map(Seed::read);
    }

    private static int live(
            List<URI> nodes,
            Arguments arguments,
            Optional<Seed> seed,
            PrintStream out,
            Instant began)
            throws Exception {
        var keep = arguments.value("--keep").map(Path::of);
        var folder = keep.isPresent() ? Files.createDirectories(keep.get()) : scratch();
        try {
            int steps =
                    seed.isPresent()
                            ? new SeededTravel(nodes, seed.get(), out).live(folder)
                            : travel(nodes, arguments.has("--twice"), folder, out);
            var took = Duration.between(began, Instant.now());
            out.println();
            out.println("Tout tient : %d étapes en %d s.".formatted(steps, took.toSeconds()));
            keep.ifPresent(it -> out.println("Reçu, clé et attestation : " + it.toAbsolutePath()));
            return 0;
        } catch (Unexpected other) {
            out.println();
            out.println("Le parcours s’arrête " + other.getMessage());
            return 1;
        } finally {
            if (keep.isEmpty()) {
                Instance.delete(folder);
            }
        }
    }

    private static int travel(List<URI> nodes, boolean twice, Path folder, PrintStream out)
            throws Exception {
        Random random = new SecureRandom();
        var tampering = new TamperSteps(new Browser(nodes, List.of()));
        var people = new ArrayList<String>();
        var families = new ArrayList<Family>();
        var report = new Report(out, "");
        report.step(
                "La démonstration répond, et le fournisseur connaît ce qui est tiré",
                () -> {
                    tampering.behave();
                    people.addAll(Journey.draw(tampering.persons(nodes), random));
                    for (var who : people.subList(0, twice ? 2 : 1)) {
                        var family = Family.draw(who, random);
                        tampering.quotient(who, family.quotient());
                        families.add(family);
                    }
                });
        int steps = together(nodes, families, people.getLast(), folder, out);
        new HouseSteps(nodes, report).live(people.get(2), title(random));
        return steps + report.steps();
    }

    private static String title(Random random) {
        return "Épreuve du parcours " + random.nextInt(100_000, 1_000_000);
    }

    private static int together(
            List<URI> nodes, List<Family> families, String other, Path folder, PrintStream out)
            throws Exception {
        var place = new Journey.Place(new DemonstrationStage(), nodes);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Integer>>();
            for (var family : families) {
                var report = new Report(out, families.size() > 1 ? family.parent() + " " : "");
                var foreign =
                        families.stream()
                                .filter(it -> it != family)
                                .flatMap(it -> it.secrets().stream())
                                .toList();
                var own =
                        families.size() == 1
                                ? folder
                                : Files.createDirectories(folder.resolve("" + running.size()));
                running.add(
                        threads.submit(
                                () -> {
                                    new Journey(place, family, foreign, report, own).live(other);
                                    return report.steps();
                                }));
            }
            return sum(running);
        }
    }

    private static int sum(List<Future<Integer>> running) throws Exception {
        int steps = 0;
        for (var one : running) {
            try {
                steps += one.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof Exception cause ? cause : failed;
            }
        }
        return steps;
    }

    private static URI address(String text) {
        try {
            var address = URI.create(text.replaceAll("/+$", ""));
            if (address.getHost() == null) {
                throw new UsageError(
                        "« " + text + " » n’est pas une adresse comme http://localhost:8080");
            }
            return address;
        } catch (IllegalArgumentException wrong) {
            throw new UsageError("« " + text + " » n’est pas une adresse");
        }
    }

    private static Path scratch() throws IOException {
        return Files.createTempDirectory("socle-parcours-preuves");
    }
}
