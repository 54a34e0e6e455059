package fr.socle;

import fr.socle.house.HouseSettings;
import fr.socle.house.Settings;
import fr.socle.house.StartNotes;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code ./socle start}. */
final class StartCommand implements Command {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Options options() {
        return House.SETTINGS.and(Options.valued("--port").withFlags("--no-demo"));
    }

    @Override
    public int run(Arguments arguments, House house) {
        if (!arguments.words().isEmpty()) {
            throw new UsageError("« " + arguments.words().getFirst() + " » est de trop");
        }
        var began = Instant.now();
        var settings = CommandLine.settings(arguments);
        if (arguments.has("--no-demo")) {
            settings.set("demonstration", "false");
        }
        house.out().println("Socle démarre…");
        var early = EarlyStop.watch(house.out());
        try {
            var context = open(settings, house.out());
            ready(context, house.out(), Duration.between(began, Instant.now()));
            return CommandLine.STAYS;
        } catch (RuntimeException failed) {
            if (early.stopping()) {
                return EarlyStop.STATUS;
            }
            throw failed;
        } finally {
            early.over();
        }
    }

    /** The whole application, with its pages. */
    static ConfigurableApplicationContext open(Settings settings, PrintStream progress) {
        return CommandLine.application(settings)
                .web(WebApplicationType.SERVLET)
                .properties(Map.of("server.port", "${socle.port:8080}"))
                .listeners(new StartProgress(progress))
                .run();
    }

    private static void ready(
            ConfigurableApplicationContext context, PrintStream out, Duration took) {
        var house = context.getBean(HouseSettings.class);
        out.println("Prêt en %.1f s.".formatted(took.toMillis() / 1000.0));
        out.println();
        out.println("  Accueil           " + house.publicAddress() + "/");
        out.println("  Administration    " + house.publicAddress() + "/administration");
        out.println("  Journal public    " + house.publicAddress() + "/journal");
        out.println("  Données           " + house.data().toAbsolutePath().normalize());
        context.getBeanProvider(StartNotes.class)
                .orderedStream()
                .forEach(it -> it.lines().forEach(out::println));
        out.println();
        out.println("Ctrl+C arrête Socle. Rien de ce qui est enregistré ne se perd.");
    }
}
