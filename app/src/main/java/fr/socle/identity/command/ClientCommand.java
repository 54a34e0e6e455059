package fr.socle.identity.command;

import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.person.Succession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** {@code ./socle client import}: registers the services that rely on a federation. */
public final class ClientCommand implements Command {

    @Override
    public String name() {
        return "client";
    }

    @Override
    public Options options() {
        return House.SETTINGS;
    }

    @Override
    public int run(Arguments arguments, House house) {
        var words = arguments.words();
        if (words.size() == 4 && words.getFirst().equals("reunir")) {
            return join(words, arguments, house);
        }
        if (words.size() != 2 || !List.of("import", "secret").contains(words.getFirst())) {
            throw new UsageError(
                    "il faut « import FICHIER », « secret CLIENT_ID » ou « reunir CLIENT_ID ANCIEN_SUB"
                            + " NOUVEAU_SUB »");
        }
        return words.getFirst().equals("import")
                ? importFile(text(words.get(1)), arguments, house)
                : renew(words.get(1), arguments, house);
    }

    private static int importFile(String json, Arguments arguments, House house) {
        try (var application = house.open(arguments)) {
            var read = ClientFile.read(json, application.getBean(Federations.class));
            var clients = application.getBean(Clients.class);
            for (var client : read) {
                var secret = clients.register(client);
                house.out()
                        .println(
                                secret.map(it -> client.clientId() + " : inscrit, secret " + it)
                                        .orElse(client.clientId() + " : mis à jour"));
            }
        }
        return 0;
    }

    private static int join(List<String> words, Arguments arguments, House house) {
        try (var application = house.open(arguments)) {
            var succession = application.getBean(Succession.class);
            switch (succession.join(words.get(1), words.get(2), words.get(3))) {
                case JOINED -> house.out().println("une seule personne désormais");
                case SAME -> throw new UsageError("c’est déjà la même personne");
                case UNKNOWN -> throw new UsageError("ce service ne connaît pas ces deux « sub »");
            }
        }
        return 0;
    }

    private static int renew(String clientId, Arguments arguments, House house) {
        try (var application = house.open(arguments)) {
            var clients = application.getBean(Clients.class);
            if (ClientFile.isOurs(clientId) || clients.find(clientId).isEmpty()) {
                throw new UsageError("aucun service ne s’appelle « " + clientId + " »");
            }
            house.out().println(clients.renewSecret(clientId));
        }
        return 0;
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException missing) {
            throw new UsageError("le fichier « " + file + " » n’existe pas");
        } catch (IOException unreadable) {
            throw new UsageError("le fichier « " + file + " » ne peut pas être lu");
        }
    }
}
