package fr.socle.journey;

import java.util.List;
import org.jsoup.nodes.Element;

/** Ways in, walked as a person walks them: each page by its links and buttons. */
final class Doors {

    static final String MARK = " (démonstration)";

    static final String CHOICE = "Choisissez un compte";
    private static final String PROVIDERS = "button.provider b";

    private Doors() {}

    /**
     * Signs a usager in, from a page that asks for it.
     *
     * @param person a made-up person, as the demonstration provider lists them
     */
    static Screen usager(Screen asking, String person) {
        var met = door(asking);
        return consent(met.says(CHOICE) ? provider(met).form(person + MARK).send() : met);
    }

    /** The made-up persons of a provider, from a page that asks a usager to sign in. */
    static Screen persons(Screen asking) {
        return provider(choice(asking));
    }

    /** The accounts among which a usager chooses, from a page that asks them to sign in. */
    static Screen choice(Screen asking) {
        return door(asking).saying(CHOICE);
    }

    /** Who is still signed in at the federation is not asked to choose. */
    static Screen door(Screen asking) {
        return asking.link("S’identifier comme usager").isPresent()
                ? asking.follow("S’identifier comme usager")
                : asking;
    }

    /** What the first account's provider answers to whoever comes to sign in. */
    static Screen provider(Screen choice) {
        return choice.form(firstProvider(choice)).send();
    }

    /** Signs an agent in, from the front door. */
    static Screen agent(Browser browser, String email, String name) {
        var asked = browser.home().follow("Espace des agents");
        var persons =
                asked.form("Continuer").type("Adresse électronique professionnelle", email).send();
        return consent(persons.form(name).send());
    }

    /** What was agreed to before is not asked again, so the page may be missing. */
    static Screen consent(Screen screen) {
        return screen.offers("Continuer vers") ? screen.form("Continuer vers").send() : screen;
    }

    static List<String> names(Screen persons) {
        return persons.document().select(PROVIDERS).stream()
                .map(Element::text)
                .filter(it -> it.endsWith(MARK))
                .map(it -> it.substring(0, it.length() - MARK.length()))
                .toList();
    }

    private static String firstProvider(Screen choice) {
        var first = choice.document().selectFirst(PROVIDERS);
        if (first == null) {
            throw new Unexpected("un fournisseur d’identité", choice);
        }
        return first.text();
    }
}
