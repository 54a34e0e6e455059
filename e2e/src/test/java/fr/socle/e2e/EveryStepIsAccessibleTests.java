package fr.socle.e2e;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/**
 * The pages that open only on the way through something, which a crawl of links does not see: each
 * as it is met, and as it refuses what was left out.
 */
@InBrowser
class EveryStepIsAccessibleTests {

    private static final String CAMILLE = "Camille Dubreuil";

    private final Findings findings = new Findings();

    @Test
    void anOpinionFromItsFirstQuestionToTheThanks(Visits visits) {
        var parent = visits.open(Look.DESKTOP);
        var agent = agent(visits, "Inès Marchal");
        var dossier = Family.deposit(parent);
        Family.accept(agent, dossier, "Essai accepté.");
        parent.goUntil(dossier.path(), parent.page().getByText("Donner mon avis"));
        findings.look(parent);
        parent.press("Donner mon avis");
        // the page draws and unveils a token before it leaves
        parent.page().waitForURL(it -> !it.contains("/mes-dossiers/"));
        findings.look(parent);
        findings.lookAtRefusal(parent, "Garder et continuer");
        parent.field("Très bien").check();
        while (button(parent, "Garder et continuer").count() > 0) {
            parent.press("Garder et continuer");
            findings.look(parent);
        }
        parent.press("Terminer");
        findings.look(parent);
        findings.areNone();
    }

    @Test
    void aFormSentBackToBeCorrectedAndTheAgentWhoIsNotInCharge(Visits visits) {
        var parent = visits.open(Look.DESKTOP);
        var dossier = Family.deposit(parent);
        Family.askCorrection(agent(visits, "Inès Marchal"), dossier, "Essai à corriger.");
        parent.go(dossier.path());
        findings.look(parent);
        parent.go(dossier.path() + "/remplir");
        findings.look(parent);
        parent.field("Commune").fill("");
        findings.lookAtRefusal(parent, "Continuer");
        var other = agent(visits, "Noé Valcourt");
        other.go(dossier.path().replace("/mes-dossiers/", "/agent/dossiers/"));
        findings.look(other);
        findings.areNone();
    }

    @Test
    void anExportFromItsOrderToItsFiles(Visits visits) {
        Family.deposit(visits.open(Look.DESKTOP));
        var agent = agent(visits, "Inès Marchal");
        agent.go("/agent/dossiers");
        first(agent, "main a[href^='/agent/demarches/']").click();
        findings.look(agent);
        first(agent, "main a[href*='/exports']").click();
        findings.look(agent);
        agent.press("Préparer l’export");
        findings.look(agent);
        agent.goUntil(agent.path(), agent.page().getByText("L’export est prêt"));
        findings.look(agent);
        findings.areNone();
    }

    @Test
    void anExpertsOpinionFromItsQuestionToItsAnswer(Visits visits) {
        var dossier = Family.deposit(visits.open(Look.DESKTOP));
        var agent = agent(visits, "Inès Marchal");
        agent.go(dossier.path().replace("/mes-dossiers/", "/agent/dossiers/") + "/avis");
        findings.look(agent);
        findings.lookAtRefusal(agent, "Envoyer la demande");
        var email = Furniture.name("experte").replace(' ', '-') + "@exemple.fr";
        agent.type("Adresses électroniques des experts", email);
        agent.type("Question posée", "Le quotient est-il plausible ?");
        agent.page().getByLabel("Question à laquelle répondre par oui ou non").fill("Favorable ?");
        agent.press("Envoyer la demande");
        findings.look(agent);
        var expert = visits.open(Look.DESKTOP);
        expert.page().navigate(Furniture.linkInTheLetterTo(agent(visits, CAMILLE), email));
        findings.look(expert);
        expert.press("Lire le dossier et répondre");
        findings.look(expert);
        findings.lookAtRefusal(expert, "Rendre cet avis");
        expert.type("Avis", "Il l’est.");
        expert.field("Oui").check();
        expert.press("Rendre cet avis");
        findings.look(expert);
        findings.areNone();
    }

    @Test
    void aDraftThatTwoPersonsFill(Visits visits) {
        var parent = visits.open(Look.DESKTOP);
        Family.begin(parent);
        parent.go(parent.path().replaceFirst("/remplir.*", "/partage"));
        findings.look(parent);
        findings.lookAtRefusal(parent, "Envoyer l’invitation");
        var email = Furniture.name("amie").replace(' ', '-') + "@exemple.fr";
        parent.type("Son adresse électronique", email);
        first(parent, "main input[value=remplir]").check();
        parent.press("Envoyer l’invitation");
        findings.look(parent);
        var link = Furniture.linkInTheLetterTo(agent(visits, CAMILLE), email);
        var guest = visits.open(Look.DESKTOP);
        guest.enterAsUsager("Bo Y");
        guest.page().navigate(link);
        findings.look(guest);
        guest.press("Accepter");
        findings.look(guest);
        guest.page().navigate(link);
        findings.look(guest);
        guest.go("/mes-dossiers");
        findings.look(guest);
        findings.areNone();
    }

    @Test
    void aFileThatItsPersonProtects(Visits visits) {
        var usager = visits.open(Look.DESKTOP);
        usager.enterAsUsager("Bo Y");
        usager.go("/mon-dossier/protection");
        findings.look(usager);
        findings.lookAtRefusal(usager, "Protéger mon dossier");
        first(usager, "main input[name=motif]").check();
        usager.press("Protéger mon dossier");
        findings.look(usager);
        usager.press("Lever la protection");
        findings.areNone();
    }

    @Test
    void aFormOfOpinionsAndACalendar(Visits visits) {
        var agent = agent(visits, "Noé Valcourt");
        agent.go("/agent/avis");
        first(agent, "main a[href^='/agent/avis/']").click();
        first(agent, "main a[href$='/formulaires']").click();
        findings.look(agent);
        findings.lookAtRefusal(agent, "Créer le formulaire");
        agent.type("Nom du formulaire", Furniture.name("Accueil"));
        first(agent, "main input[name=modele]").check();
        agent.press("Créer le formulaire");
        findings.look(agent);
        var builder = agent(visits, CAMILLE);
        builder.go("/administration/demarches");
        builder.page().locator("main tbody a", Family.withText(Family.DEMARCHE)).first().click();
        first(builder, "main a[href$='/publier']").click();
        first(builder, "main a[href$='/calendrier']").click();
        findings.look(builder);
        findings.areNone();
    }

    private static Visit agent(Visits visits, String name) {
        var visit = visits.open(Look.DESKTOP);
        visit.enterAs(name);
        return visit;
    }

    private static Locator first(Visit visit, String selector) {
        return visit.page().locator(selector).first();
    }

    private static Locator button(Visit visit, String name) {
        return visit.page().locator("main button", Family.withText(name));
    }
}
