package fr.socle.journey;

import java.net.URI;
import java.util.List;

/**
 * What only a demonstration lets one do: set what the provider of data answers, and make it
 * misbehave.
 */
final class TamperSteps {

    private static final String CHANGE =
            "Changer le comportement : Caisse d’allocations familiales";
    private static final String NORMAL = "Répond normalement";

    private final Browser tester;

    TamperSteps(Browser tester) {
        this.tester = tester;
    }

    /** Sets the family quotient that the provider knows of this person. */
    void quotient(String person, int amount) {
        page().follow(person)
                .form("Enregistrer")
                .type("Quotient familial", Integer.toString(amount))
                .send();
    }

    /** Those whom the provider knows and who can sign in: a visitor may have added others to it. */
    List<String> persons(List<URI> nodes) {
        var asking = new Browser(nodes, List.of()).home().follow("Suivre mes démarches");
        var signing = Doors.names(Doors.persons(asking));
        return known().stream().filter(signing::contains).toList();
    }

    private List<String> known() {
        return page().document().select("table a").eachText();
    }

    void behave(String how) {
        page().form(CHANGE).answer("Comportement", how).send();
    }

    void behave() {
        behave(NORMAL);
    }

    private Screen page() {
        return tester.home().follow("Fournisseurs de données");
    }
}
