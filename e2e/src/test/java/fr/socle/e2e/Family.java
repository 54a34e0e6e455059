package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The path of a parent and of the agent who answers, through the pages as they do. The parent is a
 * made-up person of the demonstration, and so is the procedure.
 */
final class Family {

    static final String PARENT = "Ariane Fictif (démonstration)";
    static final String DEMARCHE = "Tarif de la restauration scolaire";

    private static final Pattern NUMBER = Pattern.compile("\\d{3}-\\d{3}-\\d{3}-\\d{3}");

    /** The smallest file that a reader of PDF takes for one. */
    private static final FilePayload DOCUMENT =
            new FilePayload(
                    "regime.pdf",
                    "application/pdf",
                    """
                    %PDF-1.4
                    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
                    trailer<</Root 1 0 R>>
                    %%EOF
                    """
                            .getBytes(StandardCharsets.US_ASCII));

    private Family() {}

    /**
     * A dossier that was deposited.
     *
     * @param path where its person reads it
     */
    record Deposited(String number, String path) {}

    /** From the front page to the form, signing in on the way. */
    static void begin(Visit parent) {
        parent.go("/");
        parent.type("Chercher une démarche", "restauration scolaire");
        parent.press("Rechercher");
        parent.follow(DEMARCHE);
        parent.follow("Commencer");
        if (parent.path().startsWith("/connexion")) {
            parent.follow("S’identifier comme usager");
            parent.takeAccount(PARENT);
        }
        parent.press("Commencer ma demande");
    }

    /** Answers every question; one answer asks for a document, which is joined. */
    static void fill(Visit parent) {
        parent.type("Numéro et voie", "12 rue des Lilas");
        parent.type("Code postal", "33000");
        parent.type("Commune", "Bordeaux");
        parent.type("Prénom de l’enfant", "Zélie");
        parent.field("École des Tilleuls (démonstration)").check();
        parent.field("Oui").check();
        parent.press("Enregistrer le brouillon");
        parent.field("Projet d’accueil individualisé, ou lettre qui décrit le régime")
                .setInputFiles(DOCUMENT);
        parent.field("J’atteste que ces renseignements sont exacts.").check();
    }

    static Deposited deposit(Visit parent) {
        begin(parent);
        fill(parent);
        parent.press("Continuer");
        parent.press("Déposer mon dossier");
        assertThat(parent.text("Votre dossier est déposé").isVisible()).isTrue();
        var number = NUMBER.matcher(parent.page().locator("main").innerText());
        assertThat(number.find()).isTrue();
        return new Deposited(number.group(), parent.path().replaceFirst("\\?.*", ""));
    }

    /** Opens it from the inbox. */
    static void open(Visit agent, Deposited dossier) {
        agent.go("/agent/dossiers");
        agent.follow(dossier.number());
    }

    static void askCorrection(Visit agent, Deposited dossier, String what) {
        open(agent, dossier);
        agent.page().locator("summary", withText("Demander une correction")).click();
        agent.page().getByLabel("Ce qui est à corriger").fill(what);
        agent.press("Envoyer la demande de correction");
        assertThat(agent.text(what).isVisible()).isTrue();
    }

    static void accept(Visit agent, Deposited dossier, String why) {
        open(agent, dossier);
        agent.press("Passer en instruction");
        agent.page().getByLabel("Motivation").fill(why);
        agent.press("Accepter");
        assertThat(agent.text(why).isVisible()).isTrue();
    }

    static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
