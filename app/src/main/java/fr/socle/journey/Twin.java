package fr.socle.journey;

import java.net.URI;

/**
 * Another person, signed in, who holds every address and form that the parent could have let slip:
 * none of them opens. Its browser ends the journey when it reads a word of the family.
 */
final class Twin {

    private final Browser browser;
    private final Screen own;

    private Twin(Browser browser, Screen own) {
        this.browser = browser;
        this.own = own;
    }

    /**
     * @param browser that may read none of the family's words
     */
    static Twin enter(Stage stage, Browser browser, String person) {
        var own = stage.usager(browser.home().follow("Suivre mes démarches"), person);
        return new Twin(browser, own.answering(200).saying("Se déconnecter"));
    }

    void doesNotRead(String number) {
        browser.get(own.address()).answering(200).silentOn(number);
    }

    void cannotOpen(URI address) {
        browser.get(address).answering(404);
    }

    /** A link of the parent's page. */
    void cannotFollow(Screen page, String words) {
        cannotOpen(
                page.link(words)
                        .orElseThrow(() -> new Unexpected("un lien « " + words + " »", page)));
    }

    void cannotSend(Filling form) {
        form.sentBy(browser, own).answering(404);
    }
}
