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
    public String purpose() {
        return "tient un témoin, avec sa propre clé, pour les journaux des autres";
    }

    @Override
    public String help() {
        return """
                Usage : ./socle witness --name NOM --log CLÉ [--log CLÉ …] [--port N] [--data DOSSIER]

                Contresigne les états d’un journal tant qu’il ne revient jamais en arrière (C2SP tlog-witness).
                Un témoin ne sert que s’il est tenu par quelqu’un d’autre que l’exploitant du journal.

                  --name NOM           nom du témoin, par exemple temoin.exemple.fr
                  --log CLÉ            clé d’un journal à surveiller (nom+id+clé) ; répétable
                  --port N             port d’écoute (8090)
                  --data DOSSIER       où le témoin garde sa clé et ce qu’il a vu (./temoin)

                Au démarrage il affiche sa clé, et la ligne à ajouter aux réglages du journal.
                """;
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
        var logs = arguments.values("--log").stream().map(WitnessCommand::log).toList();
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
        } catch (IllegalArgumentException malformed) {
            throw new UsageError(
                    "la clé « " + key + " » est mal formée (" + malformed.getMessage() + ")");
        }
    }
}
