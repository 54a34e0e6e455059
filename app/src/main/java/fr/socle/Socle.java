package fr.socle;

import fr.socle.directory.command.TokenCommand;
import fr.socle.exchange.command.DataProviderCommand;
import fr.socle.exchange.command.ExchangeTokenCommand;
import fr.socle.house.command.Command;
import fr.socle.identity.command.ClientCommand;
import fr.socle.identity.command.OperatorCommand;
import fr.socle.identity.command.ProviderCommand;
import fr.socle.journal.command.JournalCommand;
import fr.socle.journal.command.VerifyCommand;
import fr.socle.journal.command.WitnessCommand;
import fr.socle.journey.JourneyCommand;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The door of the house. Beans bear the whole name of their class, because two blocks may each have
 * their {@code DossierController}.
 */
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = UserDetailsServiceAutoConfiguration.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
public class Socle {

    static final List<Command> COMMANDS =
            List.of(
                    new StartCommand(),
                    new RehearseCommand(),
                    new VerifyCommand(),
                    new WitnessCommand(),
                    new JournalCommand(),
                    new TokenCommand(),
                    new ClientCommand(),
                    new ProviderCommand(),
                    new DataProviderCommand(),
                    new ExchangeTokenCommand(),
                    new OperatorCommand(),
                    new JourneyCommand());

    public static void main(String[] args) {
        var status = new CommandLine(COMMANDS, System.out, System.err).run(List.of(args));
        if (status != CommandLine.STAYS) {
            System.exit(status);
        }
    }
}
