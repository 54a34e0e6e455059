package fr.socle.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again until what comes soon is there: a line of the journal, a letter. */
final class Patience {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Patience() {}

    /** The last page seen, whether or not it is as hoped. */
    static Screen until(Supplier<Screen> look, Predicate<Screen> hoped) {
        var end = Instant.now().plus(SOON);
        var page = look.get();
        while (!hoped.test(page) && Instant.now().isBefore(end)) {
            pause();
            page = look.get();
        }
        return page;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("le parcours a été interrompu");
        }
    }
}
