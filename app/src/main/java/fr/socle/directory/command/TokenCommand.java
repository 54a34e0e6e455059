package fr.socle.directory.command;

import fr.socle.directory.AgentSearch;
import fr.socle.directory.Agents;
import fr.socle.directory.ApiTokens;
import fr.socle.directory.Sessions;
import fr.socle.house.HouseSettings;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import java.time.Duration;
import org.springframework.context.ApplicationContext;

/** {@code ./socle token}: for an operator with access to the data folder or to the database. */
public final class TokenCommand implements Command {

    private static final int DEFAULT_DAYS = 30;
    private static final int MAX_DAYS = 365;

    @Override
    public String name() {
        return "token";
    }

    @Override
    public String purpose() {
        return "crée un jeton d’administration pour les API, ou une adresse de connexion";
    }

    @Override
    public String help() {
        return """
                Usage : ./socle token [--label TEXTE] [--days N] [--data DOSSIER] [--database-url URL]
                                      [--config FICHIER]
                        ./socle token --sign-in NOM

                Crée un jeton qui a tous les droits, et l’affiche une seule fois. Il s’emploie ainsi :
                    curl -H "Authorization: Bearer JETON" http://localhost:8080/api/directory/v1/organisations

                  --label TEXTE     à quoi il sert, affiché dans la liste des jetons (console)
                  --days N          durée de vie, en jours (30, au plus 365)
                  --sign-in NOM     à la place : une adresse qui connecte cet agent une fois, pendant un
                                    quart d’heure, pour qui a perdu sa session

                Il faut avoir accès au dossier de données ou à la base. La création s’inscrit au journal.
                """;
    }

    @Override
    public Options options() {
        return House.SETTINGS.and(Options.valued("--label", "--days", "--sign-in"));
    }

    @Override
    public int run(Arguments arguments, House house) {
        if (!arguments.words().isEmpty()) {
            throw new UsageError("« " + arguments.words().getFirst() + " » n’est pas attendu");
        }
        var days = arguments.number("--days", DEFAULT_DAYS, 1, MAX_DAYS);
        try (var application = house.open(arguments)) {
            var wanted = arguments.value("--sign-in");
            house.out()
                    .println(
                            wanted.isPresent()
                                    ? address(application, wanted.get())
                                    : application
                                            .getBean(ApiTokens.class)
                                            .createForOperator(
                                                    arguments.value("--label").orElse("console"),
                                                    Duration.ofDays(days)));
        }
        return 0;
    }

    private static String address(ApplicationContext application, String name) {
        var found = application.getBean(Agents.class).search(AgentSearch.named(name), 2, 0);
        if (found.total() != 1) {
            throw new UsageError(
                    found.total() + " agents répondent au nom « " + name + " » ; il en faut un");
        }
        return application
                .getBean(Sessions.class)
                .oneTimeAddress(found.lines().getFirst().id())
                .map(it -> application.getBean(HouseSettings.class).publicAddress() + it)
                .orElseThrow(
                        () -> new UsageError("cet agent n’a plus accès à aucune organisation"));
    }
}
