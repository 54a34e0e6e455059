package fr.socle.journey;

/** The letters of a demonstration, which anyone may read. */
final class Letters {

    private final Browser browser;

    Letters(Browser browser) {
        this.browser = browser;
    }

    /** The newest letter under this subject, once it says these words. */
    void saying(String subject, String words) {
        Patience.until(() -> newest(subject, words), it -> it.says(words)).saying(words);
    }

    private Screen newest(String subject, String words) {
        var found =
                browser.home()
                        .follow("Courriels envoyés")
                        .form("Rechercher")
                        .type("Chercher une adresse ou un mot", words)
                        .send();
        return found.link(subject).map(browser::get).orElse(found);
    }
}
