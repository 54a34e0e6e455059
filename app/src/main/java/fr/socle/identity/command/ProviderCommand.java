package fr.socle.identity.command;

import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.federation.Federations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code ./socle identity-provider import}: registers who vouches for persons. */
public final class ProviderCommand implements Command {

    /** The demonstration's stand before. */
    private static final int LAST = 100;

    @Override
    public String name() {
        return "identity-provider";
    }

    @Override
    public Options options() {
        return House.SETTINGS;
    }

    @Override
    public int run(Arguments arguments, House house) {
        var words = arguments.words();
        if (words.size() != 2 || !words.getFirst().equals("import")) {
            throw new UsageError("il faut « import FICHIER »");
        }
        var json = text(words.get(1));
        try (var application = house.open(arguments)) {
            var lines = ProviderFile.read(json, application.getBean(Federations.class));
            var broker = application.getBean(Broker.class);
            for (var line : lines) {
                house.out().println(register(broker, line));
            }
        }
        return 0;
    }

    private static String register(Broker broker, ProviderFile.Line line) {
        var uid = line.provider().uid();
        if (broker.find(uid).isPresent()) {
            return uid + " : déjà inscrit";
        }
        broker.add(line.provider(), line.secret(), LAST);
        return uid + " : inscrit";
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new UsageError("le fichier « " + file + " » ne peut pas être lu");
        }
    }
}
