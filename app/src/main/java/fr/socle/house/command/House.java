package fr.socle.house.command;

import java.io.PrintStream;
import org.springframework.context.ConfigurableApplicationContext;

/** What a command may use: its output, and the application when it needs the database. */
public interface House {

    PrintStream out();

    PrintStream err();

    /**
     * The options with which the application finds its data: {@code --data}, {@code
     * --database-url}, {@code --config}.
     */
    Options SETTINGS = Options.valued("--data", "--database-url", "--config");

    /** The application without its pages and without its background work. The caller closes it. */
    ConfigurableApplicationContext open(Arguments arguments);
}
