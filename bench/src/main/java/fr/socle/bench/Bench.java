package fr.socle.bench;

import fr.socle.bench.measure.Home;
import fr.socle.bench.report.Report;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Options;
import java.io.PrintStream;

/** One thing that Socle promises about its speed or its size, measured. */
public interface Bench {

    String name();

    /** What it measures, in one line. */
    String purpose();

    /** Its options, one per line, as {@code --help} shows them. */
    String help();

    Options options();

    /**
     * Measures. Processes and folders that it made are gone afterwards, also when it fails.
     *
     * @param progress where it says how far it has come
     */
    Report run(Arguments arguments, Home home, PrintStream progress) throws Exception;
}
