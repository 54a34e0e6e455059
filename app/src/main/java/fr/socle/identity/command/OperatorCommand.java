package fr.socle.identity.command;

import fr.socle.directory.Actor;
import fr.socle.directory.AgentSearch;
import fr.socle.directory.Agents;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import fr.socle.identity.operator.RecoveryCodes;

/** {@code ./socle operator}: for an operator who lost his keys and his codes. */
public final class OperatorCommand implements Command {

    @Override
    public String name() {
        return "operator";
    }

    @Override
    public Options options() {
        return House.SETTINGS;
    }

    @Override
    public int run(Arguments arguments, House house) {
        var words = arguments.words();
        if (words.size() != 2 || !words.getFirst().equals("recovery")) {
            throw new UsageError("il faut « recovery NOM »");
        }
        try (var application = house.open(arguments)) {
            var found =
                    application.getBean(Agents.class).search(AgentSearch.named(words.get(1)), 2, 0);
            if (found.total() != 1) {
                throw new UsageError(
                        found.total()
                                + " agents répondent au nom « "
                                + words.get(1)
                                + " » ; il en faut un");
            }
            var agent = found.lines().getFirst().id();
            house.out().println(application.getBean(RecoveryCodes.class).one(Actor.CONSOLE, agent));
        }
        return 0;
    }
}
