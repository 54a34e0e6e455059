package fr.socle.journey;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;

/** A browser that loses cookies in the middle of a sign-in: told so, free to begin again. */
final class LostCookieSteps {

    private static final String OF_THE_FEDERATION = "socle_citoyens_";
    private static final String OF_THE_SERVICE = "socle_entree_";

    private final List<URI> nodes;
    private final String person;

    LostCookieSteps(List<URI> nodes, String person) {
        this.nodes = nodes;
        this.person = person;
    }

    /** Before what is shared is agreed to, which is asked only once; then on every page before. */
    void atEachPage() {
        lost(it -> choose(Doors.provider(it)), Doors::consent);
        lost(it -> it, Doors::provider);
        lost(Doors::provider, this::choose);
    }

    /** The federation answers, and the service no longer knows whom. */
    void atReturn() {
        thread(Doors::provider, OF_THE_SERVICE, it -> Doors.consent(choose(it)));
    }

    /** The cookies of the federation, then all, with which forms are protected from other sites. */
    private void lost(UnaryOperator<Screen> before, UnaryOperator<Screen> next) {
        thread(before, OF_THE_FEDERATION, next);
        var browser = new Browser(nodes, List.of());
        var reached = before.apply(Doors.choice(asking(browser)));
        browser.forget();
        if (!reached.says("Se déconnecter")) {
            next.apply(reached).saying("Cette page est restée ouverte trop longtemps");
        }
        again(asking(browser));
    }

    private void thread(UnaryOperator<Screen> before, String prefix, UnaryOperator<Screen> next) {
        var browser = new Browser(nodes, List.of());
        var reached = before.apply(Doors.choice(asking(browser)));
        browser.forget(prefix);
        if (!reached.says("Se déconnecter")) {
            var told = next.apply(reached).saying("a perdu le fil de cette identification");
            again(told.follow("S’identifier de nouveau"));
        }
    }

    private void again(Screen asking) {
        Doors.usager(asking, person).saying("Se déconnecter");
    }

    private Screen choose(Screen persons) {
        return persons.form(person + Doors.MARK).send();
    }

    private static Screen asking(Browser browser) {
        return browser.home().follow("Suivre mes démarches");
    }
}
