package fr.socle.bench.start;

import fr.socle.bench.measure.Child;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** The moment from which a node answers. */
public final class FirstPage {

    /** Long: on a busy machine a bench that gives up has measured nothing. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration ASK_EVERY = Duration.ofMillis(10);

    private FirstPage() {}

    /** Asks for the home page until it comes with status 200; gives how long that took. */
    public static Duration await(Child node, int port) throws InterruptedException, IOException {
        var began = System.nanoTime();
        while (!answers(port)) {
            var waited = Duration.ofNanos(System.nanoTime() - began);
            if (!node.alive() || waited.compareTo(PATIENCE) > 0) {
                throw new IllegalStateException(
                        "no page after %d s; the node said:%n%s"
                                .formatted(waited.toSeconds(), node.printed()));
            }
            Thread.sleep(ASK_EVERY);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static boolean answers(int port) {
        try {
            var home = URI.create("http://localhost:" + port + "/").toURL();
            return ((HttpURLConnection) home.openConnection()).getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
