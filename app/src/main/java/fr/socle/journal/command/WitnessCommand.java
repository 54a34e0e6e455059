package fr.socle.journal.command;

import fr.socle.house.DataFolder;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import fr.socle.journal.format.VerifierKey;
import fr.socle.journal.witness.Witness;
import fr.socle.journal.witness.WitnessServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;

/** {@code ./socle witness}: watches logs of others with a key of its own. */
public final class WitnessCommand implements Command {

    @Override
    public String name() {
        return "witness";
    }

    @Override
    public Options options() {
        return Options.valued("--name", "--log", "--port", "--data");
    }

    @Override
    public int run(Arguments arguments, House house) throws IOException, InterruptedException {
        var name =
                arguments
                        .value("--name")
                        .orElseThrow(() -> new UsageError("--name est nécessaire"));
        if (arguments.values("--log").isEmpty()) {
            throw new UsageError("--log est nécessaire");
        }
        var logs = arguments.values("--log").stream().map(WitnessCommand::log).distinct().toList();
        if (logs.stream().map(VerifierKey::name).distinct().count() < logs.size()) {
            throw new UsageError("un même journal est donné avec deux clés");
        }
        var folder = new DataFolder(Path.of(arguments.value("--data").orElse("temoin")));
        var witness = Witness.open(name, logs, folder, Clock.systemUTC());
        var port = arguments.number("--port", 8090, 0, 65_535);
        try (var server = WitnessServer.start(witness, new InetSocketAddress(port))) {
            house.out().println("Témoin " + name + " à l’écoute sur le port " + server.port());
            house.out().println("Clé :      " + witness.key().text());
            house.out()
                    .println(
                            "Réglage :  SOCLE_JOURNAL_WITNESSES=\"http://ADRESSE:"
                                    + server.port()
                                    + " "
                                    + witness.key().text()
                                    + "\"");
            Thread.currentThread().join();
        }
        return 0;
    }

    private static VerifierKey log(String key) {
        try {
            return VerifierKey.parse(key);
        } catch (IllegalArgumentException _) {
            // without quoting it: what was given by mistake may be a secret key
            throw new UsageError(
                    "la clé donnée à --log est mal formée : attendu NOM+EMPREINTE+CLÉ, la ligne que sert /journal/1/cle");
        }
    }
}
