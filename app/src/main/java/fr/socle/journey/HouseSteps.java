package fr.socle.journey;

import java.net.URI;
import java.security.SecureRandom;
import java.util.List;

/** What concerns the whole house: a provider that misbehaves, homonyms. After the families. */
final class HouseSteps {

    private static final String TOO_MUCH = "champ_non_prevu";

    private static final String QUOTIENT = "Quotient familial";
    private static final String DOCUMENT = "Document qui le montre";

    private final Stage stage = new DemonstrationStage();
    private final List<URI> nodes;
    private final Report report;
    private final TamperSteps tampering;

    HouseSteps(List<URI> nodes, Report report) {
        this.nodes = nodes;
        this.report = report;
        this.tampering = new TamperSteps(new Browser(nodes, List.of()));
    }

    /**
     * @param title of the habilitation and of the procedure that these steps make
     */
    void live(String person, String title) throws Exception {
        lostCookies(person);
        misbehaving(person);
        homonyms();
        grounds(person, title);
        slow(person);
    }

    /** Last, because a provider that failed three times of five is no longer asked for a while. */
    private void slow(String person) throws Exception {
        try {
            report.step(
                    "Un fournisseur trop lent n’est pas attendu au-delà de ce qu’un usager attend",
                    () -> {
                        tampering.behave("Très lent");
                        asked(begun(person).saying("ne répond pas"));
                    });
        } finally {
            tampering.behave();
        }
    }

    private void lostCookies(String person) throws Exception {
        var lost = new LostCookieSteps(nodes, person);
        report.step(
                "Les cookies perdus à chaque étape d’une identification se disent, et l’on recommence",
                () -> {
                    lost.atEachPage();
                    lost.atReturn();
                    lost.byAgents();
                });
    }

    private void grounds(String person, String title) throws Exception {
        var city = new Browser(nodes, List.of());
        var ministry = new Browser(nodes, List.of());
        Doors.agent(city, DemonstrationStage.CITY, "Camille Dubreuil");
        Doors.agent(ministry, "agent@ministere.example", "Lucien Ferrandi");
        var grounds = new GroundSteps(city, ministry, title);
        report.step("La ville demande une habilitation", grounds::request);
        report.step("Le ministère l’examine et l’accorde", grounds::grant);
        report.step(
                "Un agent construit une démarche dessus, sans informaticien, et la publie",
                grounds::publish);
        report.step(
                "Un usager y trouve son quotient déjà obtenu",
                () -> begun(person, title).saying("Transmis par"));
        report.step(
                "L’habilitation révoquée ne vaut plus dès la demande suivante",
                () -> {
                    grounds.revoke();
                    begun(person, title)
                            .saying("ne peut pas être obtenue")
                            .silentOn("Transmis par la")
                            .saying(DOCUMENT);
                });
        report.step("La démarche se ferme et ne se propose plus", grounds::close);
    }

    private void misbehaving(String person) throws Exception {
        try {
            report.step(
                    "Un fournisseur en panne rend la question ordinaire, avec un document à joindre",
                    () -> {
                        tampering.behave("En panne");
                        asked(begun(person).saying("ne répond pas"));
                    });
            report.step(
                    "Un fournisseur qui écrit un mot à la place d’un nombre n’est pas cru",
                    () -> {
                        tampering.behave("Écrit un mot à la place d’un nombre");
                        asked(begun(person));
                    });
            report.step(
                    "Un champ que le fournisseur donne en trop ne sort jamais",
                    () -> {
                        tampering.behave("Donne un champ de trop");
                        var form = begun(person).silentOn(TOO_MUCH);
                        if (form.given(QUOTIENT).isEmpty()) {
                            throw new Unexpected("le quotient, qui n’est pas en trop", form);
                        }
                    });
        } finally {
            tampering.behave();
        }
    }

    /** Not obtained: an ordinary question. */
    private static void asked(Screen form) {
        if (form.saying(DOCUMENT).given(QUOTIENT).isPresent()) {
            throw new Unexpected("le quotient à écrire soi-même", form);
        }
    }

    private Screen begun(String person) {
        return begun(person, DemonstrationStage.DEMARCHE);
    }

    private Screen begun(String person, String title) {
        var asked = asked(new Browser(nodes, List.of()), title);
        return Doors.usager(asked, person).form("Commencer ma demande").send();
    }

    private static Screen asked(Browser browser, String title) {
        return browser.home()
                .form("Rechercher")
                .type("Chercher une démarche", title)
                .send()
                .follow(title)
                .follow("Commencer");
    }

    private void homonyms() throws Exception {
        report.step(
                "Deux homonymes ne voient rien l’un de l’autre",
                () -> {
                    var family = Family.draw("Camille Double", new SecureRandom());
                    var one = new Browser(nodes, List.of());
                    var form =
                            homonym(asked(one, DemonstrationStage.DEMARCHE), "née à Lille")
                                    .form("Commencer ma demande")
                                    .send();
                    var draft = new ParentSteps(stage, one, family).draft(form);
                    var other = new Browser(nodes, family.secrets());
                    homonym(
                                    other.home().follow("Suivre mes démarches"),
                                    "née le même jour à Nantes")
                            .answering(200)
                            .saying("Se déconnecter");
                    other.get(draft.address()).answering(404);
                });
    }

    private static Screen homonym(Screen asking, String special) {
        return Doors.consent(Doors.persons(asking).form(special).send());
    }
}
