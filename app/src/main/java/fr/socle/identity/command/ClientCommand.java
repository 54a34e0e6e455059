package fr.socle.identity.command;

import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
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
    public String purpose() {
        return "inscrit les services qui s’appuient sur une fédération d’identité";
    }

    @Override
    public String help() {
        return """
                Usage : ./socle client import FICHIER [--data DOSSIER] [--database-url URL] [--config FICHIER]
                        ./socle client secret CLIENT_ID

                « import » lit un service, ou un tableau de services, en JSON. Un service déjà inscrit est mis à
                jour et garde son secret ; le secret d’un service nouveau est affiché une seule fois.
                Tout le fichier est accepté, ou rien ne l’est.

                  {
                    "client_id": "cantine",
                    "federation": "citoyens",
                    "name": "Réservation de la cantine",
                    "organisation": "Ville de Beaumont",
                    "redirect_uris": ["https://cantine.example/retour"],
                    "post_logout_redirect_uris": ["https://cantine.example/"],
                    "scope": "openid identite_pivot email",
                    "sector": "cantine",
                    "pkce": true,
                    "active": true
                  }

                « federation » vaut « citoyens » ou « agents ». Sans « sector », le service a le sien ; « pkce »
                et « active » valent true, « post_logout_redirect_uris » est vide. « active »: false coupe le
                service en une seconde au plus.

                « secret » remplace le secret d’un service et l’affiche une seule fois.
                """;
    }

    @Override
    public Options options() {
        return House.SETTINGS;
    }

    @Override
    public int run(Arguments arguments, House house) {
        var words = arguments.words();
        if (words.size() != 2 || !List.of("import", "secret").contains(words.getFirst())) {
            throw new UsageError("il faut « import FICHIER » ou « secret CLIENT_ID »");
        }
        return words.getFirst().equals("import")
                ? importFile(ClientFile.read(text(words.get(1))), arguments, house)
                : renew(words.get(1), arguments, house);
    }

    private static int importFile(List<Client> read, Arguments arguments, House house) {
        try (var application = house.open(arguments)) {
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
