package fr.socle;

import java.io.PrintStream;

/**
 * Ctrl+C before the start is over. Everything that is still being prepared then fails because it is
 * being closed: the terminal gets one line, and the log the rest.
 */
final class EarlyStop {

    /** As shells tell that SIGINT ended a program. */
    static final int STATUS = 130;

    private final PrintStream out;
    private final Thread hook = new Thread(this::stop, "early-stop");
    private volatile boolean stopping;

    private EarlyStop(PrintStream out) {
        this.out = out;
    }

    static EarlyStop watch(PrintStream out) {
        var watching = new EarlyStop(out);
        Runtime.getRuntime().addShutdownHook(watching.hook);
        return watching;
    }

    boolean stopping() {
        return stopping;
    }

    /** The start is over, well or not: from now on every failure tells of itself. */
    void over() {
        if (!stopping) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException closing) {
                // because the end began at this very moment
                stopping = true;
            }
        }
    }

    private void stop() {
        stopping = true;
        out.println("Socle s’arrête avant d’avoir fini de démarrer.");
    }
}
