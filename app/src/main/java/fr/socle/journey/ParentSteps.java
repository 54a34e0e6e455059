package fr.socle.journey;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What the parent does, page after page. */
final class ParentSteps {

    private static final Pattern NUMBER = Pattern.compile("\\b\\d{3}-\\d{3}-\\d{3}-\\d{3}\\b");
    private static final String LOST = "écrit juste avant la fin de la session";
    private static final String SCHOOL = "École des Tilleuls";
    private static final String QUOTIENT = "Quotient familial";

    /** The smallest file that a reader of PDF takes for one. */
    private static final byte[] DOCUMENT =
            """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """
                    .getBytes(StandardCharsets.US_ASCII);

    private final Stage stage;
    private final Browser browser;
    private final Family family;

    ParentSteps(Stage stage, Browser browser, Family family) {
        this.stage = stage;
        this.browser = browser;
        this.family = family;
    }

    Browser browser() {
        return browser;
    }

    /** From the front door to the page that says what will be asked. */
    Screen find() {
        var found =
                browser.home()
                        .form("Rechercher")
                        .type("Chercher une démarche", stage.demarche())
                        .send();
        return found.follow(stage.demarche()).saying(QUOTIENT).follow("Commencer");
    }

    Screen begin(Screen asking) {
        var ready = stage.usager(asking, family.parent()).saying(stage.demarche());
        return ready.form("Commencer ma demande").send();
    }

    /** The form that was begun knows the person and the drawn quotient, and says whence. */
    void prefilled(Screen form) {
        var names = given(form, "Prénoms") + " " + given(form, "Nom de naissance");
        for (var name : family.parentNames()) {
            if (!Screen.plain(names).contains(Screen.plain(name))) {
                throw new Unexpected("« " + name + " » dans les champs de l’identité", form);
            }
        }
        form.saying("Transmis par");
        var quotient = given(form, QUOTIENT).replaceAll("\\D", "");
        expect(quotient, Integer.toString(family.quotient()), form);
    }

    private static String given(Screen form, String label) {
        return form.given(label)
                .orElseThrow(() -> new Unexpected("« " + label + " » déjà rempli", form));
    }

    /** Types everything, saves the draft, and finds it again. */
    Screen draft(Screen form) {
        var rows =
                form.form("Continuer").has("Prénom de l’enfant")
                        ? form
                        : form.form("Ajouter").send();
        var saved =
                rows.form("Enregistrer le brouillon")
                        .type("Prénom de l’enfant", family.child())
                        .answer("École", SCHOOL)
                        .type("Numéro et voie", family.street())
                        .type("Code postal", "33000")
                        .type("Commune", "Bordeaux")
                        .answer("L’un de vos enfants", "Oui")
                        .send()
                        .saying("Votre brouillon est enregistré");
        return browser.get(saved.address());
    }

    /** The session ends while the parent writes; they sign in again, and go on. */
    Screen lostSession(Screen draft) {
        var form = draft.form("Enregistrer le brouillon").type("Complément", LOST);
        browser.forget("socle_usager");
        var back = stage.usager(form.send(), family.parent());
        expect(back.form("Continuer").value("Complément"), LOST, back);
        return back.saying("Nous avons gardé ce que vous aviez saisi");
    }

    /** What was typed is there; the document that one answer makes necessary is joined. */
    Screen review(Screen draft) {
        var form = draft.form("Continuer");
        expect(form.value("Prénom de l’enfant"), family.child(), draft);
        expect(form.value("Numéro et voie"), family.street(), draft);
        return form.join("Projet d’accueil", "regime.pdf", "application/pdf", DOCUMENT)
                .tick("J’atteste que ces renseignements")
                .send()
                .saying("Relire et déposer")
                .saying(family.child())
                .saying(family.street());
    }

    /** Deposits, twice as an impatient hand does: one dossier, one number. */
    String deposit(Screen review) {
        var form = review.form("Déposer mon dossier");
        var number = number(form.send().saying("Votre dossier est déposé"));
        var again = form.send();
        if (!number(again).equals(number)) {
            throw new Unexpected("le même dossier " + number + " après un double dépôt", again);
        }
        return number;
    }

    Screen dossier(String number) {
        return browser.home().follow("Suivre mes démarches").follow(stage.demarche(), number);
    }

    void correct(String number, String street) {
        dossier(number)
                .saying(family.correction())
                .follow("Corriger mon dossier")
                .form("Continuer")
                .type("Numéro et voie", street)
                .send()
                .saying(street)
                .form("Déposer ma correction")
                .send()
                .saying(number);
    }

    static String number(Screen screen) {
        var found = NUMBER.matcher(screen.text());
        if (!found.find()) {
            throw new Unexpected("un numéro de dossier", screen);
        }
        return found.group();
    }

    private static void expect(String got, String wanted, Screen screen) {
        if (!got.equals(wanted)) {
            throw new Unexpected("« " + wanted + " » et non « " + got + " »", screen);
        }
    }
}
