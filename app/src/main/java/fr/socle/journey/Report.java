package fr.socle.journey;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Tells each step with its duration, as it ends. */
final class Report {

    private final PrintStream out;
    private final String who;
    private final Consumer<String> ended;
    private int steps;

    /**
     * @param who stands before each line, when several travel at once; empty otherwise
     */
    Report(PrintStream out, String who) {
        this(out, who, _ -> {});
    }

    /**
     * @param ended is told each step's promise, once it is kept
     */
    Report(PrintStream out, String who, Consumer<String> ended) {
        this.out = out;
        this.who = who;
        this.ended = ended;
    }

    /** One step: what is promised, and what shows it. */
    interface Body {
        void run() throws Exception;
    }

    /**
     * @throws Unexpected with the step's name before what was expected, whatever failed
     */
    void step(String promise, Body body) throws Exception {
        var began = Instant.now();
        try {
            body.run();
        } catch (Unexpected other) {
            throw failed(promise, other, String.valueOf(other.getMessage()));
        } catch (RuntimeException | IOException surprise) {
            throw failed(
                    promise,
                    surprise,
                    "attendu : que cette étape réussisse ; reçu : " + told(surprise));
        }
        var took = Duration.between(began, Instant.now());
        steps++;
        ended.accept(promise);
        synchronized (out) {
            out.println("%s  oui  %-74s %5d ms".formatted(who, promise, took.toMillis()));
        }
    }

    private Unexpected failed(String promise, Exception cause, String why) {
        synchronized (out) {
            out.println("%s  NON  %s".formatted(who, promise));
        }
        return new Unexpected("à l’étape « " + promise + " » : " + why, cause);
    }

    /** What a library says may be nothing but a name. */
    private static String told(Exception surprise) {
        var reason = surprise.getCause() == null ? surprise : surprise.getCause();
        return surprise.getMessage() + " (" + reason.getClass().getSimpleName() + ")";
    }

    int steps() {
        return steps;
    }
}
