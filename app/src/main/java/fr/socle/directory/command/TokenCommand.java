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
