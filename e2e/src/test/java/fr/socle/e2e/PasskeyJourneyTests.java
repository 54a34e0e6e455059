package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import org.junit.jupiter.api.Test;

/** An operator makes a passkey in a real browser, with an authenticator that the browser plays. */
@InBrowser
class PasskeyJourneyTests {

    private static final String KEYS = "/administration/mes-cles";
    private static final String HOME = "/administration/federations";

    /** On one screen only: the second key of an operator asks for the first. */
    @Test
    void aKeyIsMadeAndOpensTheOperatorsPages(Visits visits) {
        var visit = visits.open(Look.DESKTOP);
        var label = Furniture.name("Clé");
        visit.enterAs("Camille Dubreuil");
        var session = authenticator(visit);
        visit.go(KEYS);
        visit.page().locator("#label").fill(label);
        visit.press("Ajouter une clé");
        // because the authenticator is asked before the form leaves
        visit.text("La clé est inscrite.").waitFor();
        assertThat(visit.heading(label).isVisible()).isTrue();
        visit.go(HOME);
        assertThat(visit.heading("Prouvez que c’est vous").isVisible()).isTrue();
        visit.press("Employer ma clé");
        visit.heading("Fédérations d’identité").waitFor();
        assertThat(visit.page().url()).endsWith(HOME);
        session.detach();
    }

    private static CDPSession authenticator(Visit visit) {
        var session = visit.page().context().newCDPSession(visit.page());
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var parameters = new JsonObject();
        parameters.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", parameters);
        return session;
    }
}
