package fr.socle.journey;

/** What agents of the city do, and what those who are not in charge cannot. */
final class AgentSteps {

    private final Browser browser;
    private final Family family;

    /**
     * @param browser of an agent who signs in, or is signed in
     */
    AgentSteps(Browser browser, Family family) {
        this.browser = browser;
        this.family = family;
    }

    Browser browser() {
        return browser;
    }

    /** The dossier, from the inbox, by its number. */
    Screen open(String number) {
        return inbox(number).saying(number).saying(family.child());
    }

    /** The same for an agent of another service: told why, shown nothing. */
    Screen refused(String number) {
        return inbox(number)
                .saying("Vous n’êtes pas chargé de ce dossier")
                .silentOn(family.child())
                .silentOn(family.parent());
    }

    void askCorrection(String number) {
        open(number)
                .form("Envoyer la demande de correction")
                .type("Ce qui est à corriger", family.correction())
                .send()
                .saying(family.correction());
    }

    /** Examines and accepts; pressed twice it is done once, and another decision is refused. */
    void accept(String number, String street) {
        var examined = open(number).saying(street).form("Passer en instruction").send();
        var decision = examined.form("Accepter").type("Motivation", family.motivation());
        decision.send().saying("Demande acceptée").saying(family.motivation());
        decision.send().saying("Demande acceptée");
        decision.type("Motivation", family.motivation() + " Bis.")
                .send()
                .saying("Votre action n’a pas été faite");
    }

    private Screen inbox(String number) {
        return browser.home()
                .follow("Espace des agents")
                .follow("Dossiers")
                .form("Afficher")
                .type("Numéro de dossier", number)
                .send();
    }
}
