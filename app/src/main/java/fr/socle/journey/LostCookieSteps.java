package fr.socle.journey;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;

/** A browser that loses cookies in the middle of a sign-in: told so, free to begin again. */
final class LostCookieSteps {

    private static final String OF_THE_FEDERATION = "socle_citoyens_";
    private static final String OF_THE_SERVICE = "socle_entree_";
    private static final List<String> OF_AGENTS = List.of("socle_agents_", "socle_entree_agent_");
    private static final String TOLD = "a perdu le fil de cette identification";

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

    /** The federation of agents, then the service: told so, and free to begin again. */
    void byAgents() {
        for (var lost : OF_AGENTS) {
            var browser = new Browser(nodes, List.of());
            var persons =
                    browser.home()
                            .follow("Espace des agents")
                            .form("Continuer")
                            .type("Adresse électronique professionnelle", DemonstrationStage.CITY)
                            .send();
            browser.forget(lost);
            var chosen = persons.form(DemonstrationStage.IN_CHARGE).send();
            Doors.consent(chosen).saying(TOLD);
            browser.forget();
            Doors.agent(browser, DemonstrationStage.CITY, DemonstrationStage.IN_CHARGE)
                    .saying(DemonstrationStage.IN_CHARGE);
        }
    }

    /** All cookies, with which forms are protected from other sites, then the federation's. */
    private void lost(UnaryOperator<Screen> before, UnaryOperator<Screen> next) {
        var browser = new Browser(nodes, List.of());
        var reached = before.apply(Doors.choice(asking(browser)));
        browser.forget();
        // first, because it leaves the consent ungiven for the second
        if (!reached.says("Se déconnecter")) {
            next.apply(reached).saying("Cette page est restée ouverte trop longtemps");
        }
        thread(before, OF_THE_FEDERATION, next);
    }

    private void thread(UnaryOperator<Screen> before, String prefix, UnaryOperator<Screen> next) {
        var browser = new Browser(nodes, List.of());
        var reached = before.apply(Doors.choice(asking(browser)));
        browser.forget(prefix);
        if (!reached.says("Se déconnecter")) {
            var told = next.apply(reached).saying(TOLD);
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
