package fr.socle.journey;

import java.net.URI;
import java.util.List;

/** What concerns the whole house: a provider that misbehaves, homonyms. After the families. */
final class HouseSteps {

    private static final String TOO_MUCH = "champ_non_prevu";

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
    }

    private void lostCookies(String person) throws Exception {
        var lost = new LostCookieSteps(nodes, person);
        report.step(
                "Les cookies perdus à chaque étape d’une identification se disent, et l’on recommence",
                () -> {
                    lost.atEachPage();
                    lost.atReturn();
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
                            .saying("Document qui le montre");
                });
        report.step("La démarche se ferme et ne se propose plus", grounds::close);
    }

    private void misbehaving(String person) throws Exception {
        try {
            report.step(
                    "Un fournisseur en panne rend la question ordinaire, avec un document à joindre",
                    () -> {
                        tampering.behave("En panne");
                        begun(person).saying("ne répond pas").saying("Document qui le montre");
                    });
            report.step(
                    "Un fournisseur qui écrit un mot à la place d’un nombre n’est pas cru",
                    () -> {
                        tampering.behave("Écrit un mot à la place d’un nombre");
                        begun(person).saying("Document qui le montre");
                    });
            report.step(
                    "Un champ que le fournisseur donne en trop ne sort jamais",
                    () -> {
                        tampering.behave("Donne un champ de trop");
                        begun(person).silentOn(TOO_MUCH);
                    });
        } finally {
            tampering.behave();
        }
    }

    private Screen begun(String person) {
        return begun(person, DemonstrationStage.DEMARCHE);
    }

    private Screen begun(String person, String title) {
        var found =
                new Browser(nodes, List.of())
                        .home()
                        .form("Rechercher")
                        .type("Chercher une démarche", title)
                        .send();
        var asked = found.follow(title).follow("Commencer");
        return Doors.usager(asked, person).form("Commencer ma demande").send();
    }

    private void homonyms() throws Exception {
        report.step(
                "Deux homonymes ne voient rien l’un de l’autre",
                () -> {
                    var one = homonym("née à Lille");
                    var number = one.document().select(".card a[href^=/mes-dossiers/]").size();
                    var other = homonym("née le même jour à Nantes");
                    if (number > 0 && other.text().equals(one.text())) {
                        throw new Unexpected("un autre dossier numérique", other);
                    }
                });
    }

    private Screen homonym(String special) {
        var asking = new Browser(nodes, List.of()).home().follow("Suivre mes démarches");
        return Doors.consent(Doors.persons(asking).form(special).send());
    }
}
