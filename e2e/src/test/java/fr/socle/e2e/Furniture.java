package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What journeys make on their way, through the pages as a person does. The visitor is an operator.
 */
final class Furniture {

    static final String BEAUMONT = "Ville de Beaumont (démonstration)";

    private Furniture() {}

    /** A name that nothing else has. */
    static String name(String stem) {
        return stem + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Creates an organisation, and stays on its page. */
    static String organisation(Visit visit, String name) {
        visit.go("/administration/organisations/nouvelle");
        visit.type("SIRET", MadeUpSiret.next());
        visit.type("Nom", name);
        visit.field("Type d’organisation").selectOption(new SelectOption().setLabel("Association"));
        visit.press("Enregistrer");
        assertThat(visit.heading(name).isVisible()).isTrue();
        return name;
    }

    /** Invites someone to an organisation, and gives the address to which the letter goes. */
    static String invitation(Visit visit, String organisation) {
        var email = "agent-" + UUID.randomUUID().toString().substring(0, 8) + "@exemple.fr";
        visit.go("/administration/organisations");
        visit.follow(organisation);
        visit.go(visit.path() + "/invitations/nouvelle");
        visit.type("Nom et prénom", "Alix Renouard (personne inventée)");
        visit.type("Adresse e-mail", email);
        visit.press("Envoyer l’invitation");
        assertThat(visit.text("L’invitation est envoyée.").isVisible()).isTrue();
        return email;
    }

    /**
     * Where the one letter to this address leads: the link of its button. The visitor is an
     * operator.
     */
    static String linkInTheLetterTo(Visit visit, String email) {
        visit.goUntil(
                "/courriels?q=" + email, visit.page().locator("tbody tr", Family.withText(email)));
        visit.page().locator("tbody a").first().click();
        return visit.page().locator("main a[href*='://']").first().getAttribute("href");
    }

    static void token(Visit visit) {
        visit.go("/administration/jetons/nouveau");
        visit.type("Nom du jeton", name("Essai"));
        visit.page().locator("input[name=rights]").first().check();
        visit.type("Durée de validité, en jours", "2");
        visit.press("Créer un jeton");
        assertThat(visit.text("Copiez-le maintenant").isVisible()).isTrue();
    }

    /** Joins a text to the page of pieces. */
    static FilePayload piece(Visit visit) {
        var file =
                new FilePayload(
                        name("piece") + ".txt",
                        "text/plain",
                        "Ceci est une pièce d’essai.\n".getBytes(StandardCharsets.UTF_8));
        visit.go("/design/pieces");
        visit.field("Fichier à joindre").setInputFiles(file);
        visit.press("Envoyer");
        assertThat(visit.text(file.name).isVisible()).isTrue();
        return file;
    }
}
