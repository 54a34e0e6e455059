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
