package fr.socle.exchange.command;

import fr.socle.exchange.provider.Providers;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./socle data-provider import}: registers the administrations that give data. */
public final class DataProviderCommand implements Command {

    @Override
    public String name() {
        return "data-provider";
    }

    @Override
    public String purpose() {
        return "inscrit les administrations qui fournissent des données";
    }

    @Override
    public String help() {
        return """
                Usage : ./socle data-provider import FICHIER [--data DOSSIER] [--database-url URL] [--config FICHIER]
                        ./socle data-provider describe DOCUMENT-OPENAPI CHEMIN

                Lit un fournisseur de données, ou un tableau de fournisseurs, en JSON. Il répond comme API
                Particulier v3 ; son jeton est scellé. Un fournisseur déjà inscrit est mis à jour.
                Tout le fichier est accepté, ou rien ne l’est.

                  {
                    "data_set": "quotient-familial",
                    "name": "Caisse nationale des allocations familiales",
                    "base_url": "https://particulier.api.gouv.fr",
                    "token": "le jeton reçu de ce fournisseur"
                  }

                « auth » peut s’y ajouter ; sans lui « token » est un jeton porteur (RFC 6750) :
                  {"kind": "api-key", "header": "X-Api-Key"}
                  {"kind": "oauth2", "token_url": "https://…", "client_id": "…", "scope": "…"}
                et « token » est alors la clé, ou le secret du client.

                « data_set » nomme un jeu de données connu de la maison (« quotient-familial »,
                « unites-legales »… ; un nom inconnu donne la liste), ou décrit un autre jeu de données.
                « describe » propose cette description d’après un document OpenAPI (YAML ou JSON) ; il
                reste à corriger les portées, le préfixe, le secret et les libellés.
                """;
    }

    @Override
    public Options options() {
        return House.SETTINGS;
    }

    @Override
    public int run(Arguments arguments, House house) {
        var words = arguments.words();
        if (words.size() == 3 && words.getFirst().equals("describe")) {
            var set = OpenApiDescription.propose(text(words.get(1)), words.get(2));
            house.out()
                    .println(
                            JsonMapper.shared()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(set));
            return 0;
        }
        if (words.size() != 2 || !words.getFirst().equals("import")) {
            throw new UsageError("il faut « import FICHIER » ou « describe DOCUMENT CHEMIN »");
        }
        var lines = DataProviderFile.read(text(words.get(1)));
        try (var application = house.open(arguments)) {
            var providers = application.getBean(Providers.class);
            var told =
                    application
                            .getBean(TransactionTemplate.class)
                            .execute(
                                    _ ->
                                            lines.stream()
                                                    .map(it -> register(providers, it))
                                                    .toList());
            told.forEach(house.out()::println);
        }
        return 0;
    }

    private static String register(Providers providers, DataProviderFile.Line line) {
        var code = line.set().code();
        return switch (providers.register(
                line.set(), line.name(), line.base(), line.credential(), line.token())) {
            case ADDED -> code + " : inscrit";
            case CHANGED -> code + " : mis à jour";
            case TAKEN ->
                    throw new UsageError("« " + code + " » est fourni par la démonstration d’ici");
        };
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new UsageError("le fichier « " + file + " » ne peut pas être lu");
        }
    }
}
