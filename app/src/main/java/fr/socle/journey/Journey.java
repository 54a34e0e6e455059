package fr.socle.journey;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The main journey of one family: a parent asks for a tariff, the city obtains the family quotient,
 * an agent asks for a correction and accepts, the parent sees every use of their data, has it
 * proved, and says what the service was worth. What was drawn is found again in its place; another
 * person and another agent try what the family did, and are refused.
 */
final class Journey {

    private static final String KEEP_OPINION = "Garder et continuer";
    private static final String OPINION = "De façon générale";

    /** What the parent must read of this dossier. */
    private static final List<String> USES =
            List.of(
                    "a rendu sa décision",
                    "a ouvert votre dossier",
                    "Une consultation a été refusée");

    private final Stage stage;
    private final List<URI> nodes;
    private final Family family;
    private final List<String> foreign;
    private final Report report;
    private final AtomicInteger requests;
    private final ParentSteps parent;
    private final ProofSteps proofs;
    private final Twin[] twin = new Twin[1];

    /**
     * @param foreign what this family may never read: the words of another one
     * @param keep where receipt, key and attestation go
     */
    Journey(Place place, Family family, List<String> foreign, Report report, Path keep) {
        this(place, family, foreign, report, keep, new AtomicInteger());
    }

    /**
     * @param requests where the requests of all its browsers are counted
     */
    Journey(
            Place place,
            Family family,
            List<String> foreign,
            Report report,
            Path keep,
            AtomicInteger requests) {
        this.stage = place.stage();
        this.nodes = place.nodes();
        this.family = family;
        this.foreign = foreign;
        this.report = report;
        this.requests = requests;
        this.parent = new ParentSteps(stage, browser(), family);
        this.proofs = new ProofSteps(parent.browser(), keep);
    }

    /**
     * @param nodes the addresses to which requests go in turn, without final slash
     */
    record Place(Stage stage, List<URI> nodes) {
        Place {
            nodes = List.copyOf(nodes);
        }
    }

    /** How many opinions the procedure has, as the public page says. */
    static int opinions(Screen page) {
        var found =
                java.util.regex.Pattern.compile("(\\d[\\d ]*?) ?avis donné").matcher(page.text());
        return found.find() ? Integer.parseInt(found.group(1).replace(" ", "")) : 0;
    }

    /**
     * @param other a made-up person who is not the parent
     * @return the number of the dossier that was accepted
     * @throws Unexpected at the first step where something else happens
     */
    String live(String other) throws Exception {
        var number = depositing(other);
        strangers(number);
        instructing(number);
        proving(number);
        opinion(number);
        return number;
    }

    ParentSteps parent() {
        return parent;
    }

    private String depositing(String other) throws Exception {
        var page = new Screen[1];
        report.step(
                "Le parent trouve la démarche et lit ce qui lui sera demandé",
                () -> page[0] = parent.find());
        report.step(
                "Il s’identifie avec le compte de son choix et voit ce qui est partagé",
                () -> page[0] = parent.begin(page[0]));
        report.step(
                "Le formulaire connaît son identité et le quotient tiré, et dit d’où ils viennent",
                () -> parent.prefilled(page[0]));
        report.step(
                "Le brouillon est gardé, et se retrouve tel quel",
                () -> page[0] = parent.draft(page[0]));
        report.step(
                "Une autre personne n’ouvre pas ce brouillon",
                () -> {
                    twin[0] = Twin.enter(stage, browser(family.secrets()), other);
                    twin[0].cannotOpen(page[0].address());
                });
        report.step(
                "La session se perd pendant la saisie : rien de ce qui est écrit n’est perdu",
                () -> page[0] = parent.lostSession(page[0]));
        report.step(
                "Une réponse fait apparaître un document à joindre ; tout se relit",
                () -> page[0] = parent.review(page[0]));
        var number = new String[1];
        report.step(
                "Le dossier se dépose une fois, même si l’on appuie deux fois",
                () -> number[0] = parent.deposit(page[0]));
        if (stage.demonstration()) {
            report.step(
                    "Un accusé de réception porte le numéro",
                    () -> new Letters(browser()).saying("Dossier déposé", number[0]));
        }
        return number[0];
    }

    private void strangers(String number) throws Exception {
        report.step(
                "Une autre personne n’ouvre pas ce dossier",
                () -> {
                    twin[0].doesNotRead(number);
                    twin[0].cannotOpen(parent.dossier(number).address());
                });
        report.step(
                "Un agent d’un autre service ne le lit pas",
                () -> {
                    var elsewhere = stage.elsewhere(browser(family.secrets()));
                    new AgentSteps(elsewhere, family).refused(number);
                });
    }

    private void instructing(String number) throws Exception {
        var agent = new AgentSteps[1];
        report.step(
                "L’agent du service s’identifie, trouve le dossier et demande une correction",
                () -> {
                    agent[0] = new AgentSteps(stage.inCharge(browser()), family);
                    agent[0].askCorrection(number);
                });
        var street = "bis " + family.street();
        report.step(
                "Une autre personne ne corrige pas à sa place",
                () -> twin[0].cannotFollow(parent.dossier(number), "Corriger mon dossier"));
        report.step(
                "Le parent lit la demande, corrige et dépose de nouveau",
                () -> parent.correct(number, street));
        report.step(
                "L’agent lit la correction et accepte, une seule fois",
                () -> agent[0].accept(number, street));
        report.step(
                "Le parent reçoit la décision et une attestation qui dit ce qui a été retenu",
                () ->
                        proofs.attestation(
                                parent.dossier(number)
                                        .saying("Demande acceptée")
                                        .saying(family.motivation()),
                                List.of(
                                        number,
                                        Integer.toString(family.quotient()),
                                        family.motivation())));
    }

    private void proving(String number) throws Exception {
        report.step(
                "Il voit chaque usage de ses données, sans le nom d’un agent",
                () -> {
                    for (var told : USES) {
                        var usages = proofs.usages(number, told);
                        stage.agents().forEach(usages::silentOn);
                    }
                });
        var exchange = new Screen[1];
        report.step(
                "L’échange dit quelles données, pourquoi et sur quel fondement ; son reçu s’emporte",
                () -> {
                    exchange[0] =
                            proofs.exchange()
                                    .saying("Quotient familial")
                                    .saying("Fondement juridique")
                                    .saying("Pourquoi");
                    proofs.take(exchange[0]);
                });
        report.step("Une commande à part vérifie le reçu avec la seule clé", proofs::verify);
        report.step("La même refuse le reçu dont un octet a changé", proofs::refuseForgery);
        report.step(
                "Une autre personne n’obtient ni attestation, ni pièce, ni échange, ni reçu",
                () -> {
                    var dossier = parent.dossier(number);
                    twin[0].cannotFollow(dossier, "Télécharger l’attestation");
                    twin[0].cannotFollow(dossier, "regime.pdf");
                    twin[0].cannotOpen(exchange[0].address());
                    twin[0].cannotSend(
                            parent.browser()
                                    .get(exchange[0].address())
                                    .form("Télécharger le reçu"));
                });
    }

    private void opinion(String number) throws Exception {
        report.step(
                stage.demonstration()
                        ? "Le parent donne son avis, une fois, et l’indicateur public bouge"
                        : "Le parent donne son avis, une fois",
                () -> {
                    int before = opinions(quality());
                    var door = OpinionSteps.door(parent.browser(), parent.dossier(number));
                    browser().get(OpinionSteps.forged(door)).answering(404);
                    parent.browser()
                            .get(door)
                            .form(KEEP_OPINION)
                            .answer(OPINION, family.opinion())
                            .send()
                            .saying("Vos réponses sont gardées");
                    var results = quality();
                    // because elsewhere too few opinions are not shown: they would name someone
                    if (stage.demonstration() && opinions(results) <= before) {
                        throw new Unexpected("plus de " + before + " avis", results);
                    }
                    kept(parent.browser().get(door).saying("Vos réponses sont gardées"));
                    parent.dossier(number).saying("Votre jeton vous a été remis");
                });
    }

    /** The answer that was drawn, whatever others answer meanwhile. */
    private void kept(Screen opinion) {
        if (!opinion.form(KEEP_OPINION).answered(OPINION, family.opinion())) {
            throw new Unexpected("l’avis « " + family.opinion() + " »", opinion);
        }
    }

    private Screen quality() {
        return browser().home().follow("Qualité des services").follow(stage.demarche());
    }

    private Browser browser() {
        return browser(foreign);
    }

    private Browser browser(List<String> foreign) {
        return new Browser(nodes, foreign, requests);
    }

    /** Two made-up persons, different, that the provider of data knows and whose name is unique. */
    static List<String> draw(List<String> known, Random random) {
        var unique =
                known.stream()
                        .filter(it -> known.indexOf(it) == known.lastIndexOf(it))
                        .collect(
                                java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
        java.util.Collections.shuffle(unique, random);
        return unique;
    }
}
