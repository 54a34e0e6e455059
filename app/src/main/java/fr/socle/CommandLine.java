package fr.socle;

import fr.socle.house.Settings;
import fr.socle.house.SettingsKeys;
import fr.socle.house.UnknownSetting;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.HelpFile;
import fr.socle.house.command.House;
import fr.socle.house.command.UsageError;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Reads the command line and runs one command. */
final class CommandLine implements House {

    /** The command goes on in threads of its own: the process is not to end. */
    static final int STAYS = -1;

    /** Of sysexits.h: it must not be mistaken for an answer. */
    private static final int USAGE = 64;

    private static final Path SETTINGS_FILE = Path.of("socle.yaml");

    private final List<Command> commands;
    private final PrintStream out;
    private final PrintStream err;

    CommandLine(List<Command> commands, PrintStream out, PrintStream err) {
        this.commands = commands;
        this.out = out;
        this.err = err;
    }

    int run(List<String> args) {
        var verb = args.isEmpty() ? "--help" : args.getFirst();
        var command = commands.stream().filter(it -> it.name().equals(verb)).findFirst();
        if (command.isEmpty()) {
            help(verb);
            return verb.equals("--help") ? 0 : USAGE;
        }
        if (args.contains("--help")) {
            out.println(command.get().help());
            return 0;
        }
        return run(command.get(), args.subList(1, args.size()));
    }

    private int run(Command command, List<String> rest) {
        try {
            return command.run(Arguments.parse(rest, command.options()), this);
        } catch (UsageError | UnknownSetting wrong) {
            err.println("socle " + command.name() + " : " + wrong.getMessage() + ".");
            err.println("Voir : ./socle " + command.name() + " --help");
            return USAGE;
        } catch (Exception failed) {
            err.println("socle " + command.name() + " : " + Causes.sentence(failed));
            return 1;
        }
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public PrintStream err() {
        return err;
    }

    @Override
    public ConfigurableApplicationContext open(Arguments arguments) {
        return application(settings(arguments).set("background", "false"))
                .web(WebApplicationType.NONE)
                .run();
    }

    /** What the operator set: file, variables, and the options that every command shares. */
    static Settings settings(Arguments arguments) {
        var settings =
                new Settings(SettingsKeys.onClassPath())
                        .file(
                                arguments
                                        .value("--config")
                                        .map(CommandLine::file)
                                        .orElse(SETTINGS_FILE))
                        .variables(System.getenv());
        Map.of("--data", "data", "--database-url", "database-url", "--port", "port")
                .forEach(
                        (option, key) ->
                                arguments.value(option).ifPresent(it -> settings.set(key, it)));
        return settings;
    }

    /** Of a file that is named and not there, nothing would be set: not the database either. */
    private static Path file(String named) {
        var file = Path.of(named);
        if (!Files.isReadable(file)) {
            throw new UsageError("le fichier de réglages « " + named + " » ne se lit pas");
        }
        return file;
    }

    static SpringApplicationBuilder application(Settings settings) {
        Locale.setDefault(Locale.FRENCH);
        return new SpringApplicationBuilder(Socle.class)
                .logStartupInfo(false)
                .registerShutdownHook(true)
                .listeners(new OperatorSettings(settings.properties()), new QuietStart());
    }

    private void help(String verb) {
        var asked = verb.equals("--help");
        if (!asked) {
            err.println("socle : la commande « " + verb + " » n’existe pas.");
        }
        (asked ? out : err).println(HelpFile.of(Socle.class, "socle"));
    }
}
