package fr.socle.journey;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The journey of a family as the benches live it: the same steps and the same checks as {@code
 * ./socle journey}, again and again against one node, without a word on the terminal.
 */
public final class Travels {

    /**
     * A parent who is signed in, with a dossier that was accepted.
     *
     * @param dossier the path of the parent's page of it
     * @param cookies as a browser sends them to that page
     */
    public record Arrived(String dossier, String cookies) {

        @Override
        public String toString() {
            return "Arrived[" + dossier + "]";
        }
    }

    /** Whoever measures. */
    public interface Watcher {

        /** The first step begins: the demonstration is set. */
        void begin();

        /**
         * A step is over and its promise was kept.
         *
         * @param requests of the step, redirects included
         */
        void ended(String promise, int requests);
    }

    private static final String LEAVE = "Se déconnecter";
    private static final PrintStream SILENT =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final List<URI> nodes;
    private final Path keep;
    private final Random random = new SecureRandom();

    /**
     * @param keep where receipts, keys and attestations go
     */
    public Travels(URI node, Path keep) {
        this.nodes = List.of(node);
        this.keep = keep;
    }

    /**
     * Lives one family's journey.
     *
     * @throws Exception at the first step where something else happens than is promised
     */
    public Arrived live(Watcher watcher) throws Exception {
        var tampering = new TamperSteps(new Browser(nodes, List.of()));
        var people = Journey.draw(tampering.persons(nodes), random);
        var family = Family.draw(people.getFirst(), random);
        tampering.quotient(family.parent(), family.quotient());
        var requests = new AtomicInteger();
        var report = new Report(SILENT, "", it -> watcher.ended(it, requests.getAndSet(0)));
        var place = new Journey.Place(new DemonstrationStage(), nodes);
        var journey = new Journey(place, family, List.of(), report, keep, requests);
        watcher.begin();
        var number = journey.live(people.getLast());
        var parent = journey.parent();
        return new Arrived(parent.dossier(number).address().getPath(), parent.browser().cookies());
    }

    /** The made-up persons, as the demonstration provider lists them. */
    public List<String> people() {
        return new TamperSteps(new Browser(nodes, List.of())).persons(nodes);
    }

    /**
     * A browser that signs the same person in again and again, each time as if a week had gone by:
     * its session is over, its device known.
     *
     * @param person one of {@link #people}
     */
    public SigningIn signingIn(String person) {
        return new SigningIn(new Browser(nodes, List.of()), person);
    }

    /** A complete sign-in of a usager, page after page. */
    public static final class SigningIn {

        private final Browser browser;
        private final String person;
        private final Screen asking;

        private SigningIn(Browser browser, String person) {
            this.browser = browser;
            this.person = person;
            this.asking = browser.home().follow("Suivre mes démarches");
        }

        /**
         * From the page that asks for it to the person's dossiers.
         *
         * @return its requests, redirects included
         */
        public int once() {
            var before = browser.requests();
            browser.comeBack();
            Doors.usager(asking, person).answering(200).saying(LEAVE);
            return browser.requests() - before;
        }
    }
}
