package fr.socle.exchange.command;

import fr.socle.directory.Actor;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.desk.OpenApiDescription;
import fr.socle.exchange.desk.OpenApiDescription.Proposal;
import fr.socle.exchange.desk.ProviderDesk;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import fr.socle.kernel.Parsed;
import fr.socle.ui.Dictionary;
import fr.socle.ui.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.dao.DuplicateKeyException;
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
                  {"kind": "certificate"} (le certificat se dépose ensuite par les pages ou l’API)
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
            var set = described(text(words.get(1)), words.get(2));
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
        var lines = DataProviderFile.read(text(words.get(1)), french());
        try (var application = house.open(arguments)) {
            var desk = application.getBean(ProviderDesk.class);
            var told =
                    application
                            .getBean(TransactionTemplate.class)
                            .execute(_ -> lines.stream().map(it -> register(desk, it)).toList());
            told.forEach(house.out()::println);
        } catch (DuplicateKeyException taken) {
            throw new UsageError("un autre fournisseur répond déjà à cette adresse (« path »)");
        }
        return 0;
    }

    private static DataSet described(String document, String path) {
        return switch (OpenApiDescription.read(document)) {
            case Parsed.Invalid<OpenApiDescription>(var why) ->
                    throw new UsageError(DataProviderFile.sentence(why, french()));
            case Parsed.Valid<OpenApiDescription>(var known) ->
                    switch (known.propose(path)) {
                        case Parsed.Invalid<Proposal>(var why) ->
                                throw new UsageError(DataProviderFile.sentence(why, french()));
                        case Parsed.Valid<Proposal>(var it) -> it.set();
                    };
        };
    }

    private static Words french() {
        try {
            return new Dictionary().french();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String register(ProviderDesk desk, DataProviderFile.Line line) {
        var code = line.draft().set().code();
        return switch (desk.register(Actor.CONSOLE, line.draft(), line.access())) {
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
