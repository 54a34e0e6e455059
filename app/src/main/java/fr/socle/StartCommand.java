package fr.socle;

import fr.socle.house.HouseSettings;
import fr.socle.house.Settings;
import fr.socle.house.StartNotes;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
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
    public String purpose() {
        return "démarre Socle au premier plan";
    }

    @Override
    public String help() {
        return """
                Usage : ./socle start [--port N] [--data DOSSIER] [--database-url URL] [--no-demo] [--config FICHIER]

                Démarre Socle au premier plan ; Ctrl+C l’arrête. Sans autre réglage, une base PostgreSQL
                est lancée et garde tout dans ./data : un nouveau démarrage retrouve tout.

                  --port N             port des pages et des API (8080)
                  --data DOSSIER       ce que ce nœud garde hors de la base, et la base intégrée (./data)
                  --database-url URL   une base PostgreSQL existante, par exemple
                                       postgresql://serveur/socle?user=socle&password=…
                  --no-demo            sans données de démonstration ; sur une base vide, affiche une adresse
                                       à usage unique pour créer la première organisation
                  --config FICHIER     réglages (./socle.yaml) ; voir docs/configuration.md

                Chaque réglage a aussi sa variable : SOCLE_PORT, SOCLE_DATA, SOCLE_DATABASE_URL, …
                """;
    }

    @Override
    public Options options() {
        return House.SETTINGS.and(Options.valued("--port").withFlags("--no-demo"));
    }

    @Override
    public int run(Arguments arguments, House house) {
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
