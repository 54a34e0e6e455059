package fr.socle.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What an operator prepares by the pages where nothing is given: a service, an habilitation, a
 * procedure on it. The titles say that it is a trial.
 */
final class OperatorSteps {

    private static final String DEMARCHE = "fr/socle/journey/demarche.json";
    private static final String FIRST_STEPS = "Créer et entrer";
    private static final String SAVE = "Enregistrer";
    private static final String QUOTIENT = "Quotient familial";

    private final Browser browser;
    private final Browser ministry;
    private final Seed.Operator operator;
    private final Seed.Organisation instructor;
    private final Api api;
    private final GroundSteps grounds;
    private final String service;
    private final String title;

    /**
     * @param mark drawn, so that nothing is taken for what an earlier run left
     */
    OperatorSteps(List<URI> nodes, Seed seed, String mark) {
        this.browser = new Browser(nodes, List.of());
        this.ministry = new Browser(nodes, List.of());
        this.operator = seed.operator();
        this.instructor = seed.instructor();
        this.api = new Api(nodes.getFirst(), operator.token());
        this.service = "Service d’épreuve " + mark;
        this.title = "Tarif d’épreuve " + mark;
        this.grounds = new GroundSteps(browser, ministry, title);
    }

    Browser browser() {
        return browser;
    }

    /** Of the habilitation and of the procedure. */
    String title() {
        return title;
    }

    GroundSteps grounds() {
        return grounds;
    }

    /** By the address of the seed, which serves once. */
    void enter() {
        var door = browser.get(operator.address()).answering(200);
        if (door.offers(FIRST_STEPS)) {
            door.form(FIRST_STEPS)
                    .type("SIRET", operator.organisation().siret())
                    .type("Nom", operator.organisation().name())
                    .select("Type d’organisation", "Commune")
                    .type("Nom et prénom", operator.name())
                    .send()
                    .answering(200);
        } else {
            door.form("Entrer").send().answering(200);
        }
        browser.home().follow("Espace des agents").saying(operator.name());
    }

    /** The same person, for the organisation that examines: in a browser of its own. */
    void enterAsInstructor() {
        var examiner = last(instructor().address());
        var self = last(self().address());
        api.join(examiner, self);
        var account = ministry.get(api.oneTimeAddress(self)).form("Entrer").send();
        var act = "Agir pour " + instructor.name();
        if (account.offers(act)) {
            account.form(act).send().answering(200);
        }
        ministry.home().follow("Espace des agents").saying(instructor.name());
    }

    private Screen instructor() {
        var all = administration().follow("Organisations");
        if (all.link(instructor.name()).isPresent()) {
            return all.followExactly(instructor.name());
        }
        return all.follow("Créer une organisation")
                .form(SAVE)
                .type("SIRET", instructor.siret())
                .type("Nom", instructor.name())
                .select("Type d’organisation", "Ministère")
                .send()
                .saying(instructor.name());
    }

    private static String last(URI address) {
        var path = address.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    void openService() {
        organisation()
                .followExactly("Services")
                .follow("Créer un service")
                .form(SAVE)
                .type("Nom", service)
                .send()
                .saying(service);
    }

    /** Becomes one of those who are in charge of the procedure's dossiers. */
    void join() {
        self().followExactly(operator.organisation().name())
                .form(SAVE)
                .tick(service)
                .send()
                .answering(200);
    }

    /** From a file, as an agent takes a procedure over; then its ground and its service. */
    void publish() {
        var editor =
                administration()
                        .follow("Démarches")
                        .follow("Importer une démarche")
                        .form("Importer")
                        .type("Ou collez son contenu", demarche())
                        .send()
                        .saying("La démarche est importée")
                        .follow("Relire le formulaire");
        editor.follow(QUOTIENT)
                .form(SAVE)
                .select("Réponse connue d’avance", title)
                .send()
                .follow("Présentation")
                .form(SAVE)
                .tick(service)
                .send()
                .follow("Publier")
                .form("Publier la démarche")
                .send()
                .answering(200);
    }

    private Screen self() {
        return administration().followExactly("Agents").followExactly(operator.name());
    }

    private Screen organisation() {
        return administration()
                .follow("Organisations")
                .followExactly(operator.organisation().name());
    }

    private Screen administration() {
        return browser.home().follow("Espace des agents").follow("Administration");
    }

    private String demarche() {
        try (var file = OperatorSteps.class.getClassLoader().getResourceAsStream(DEMARCHE)) {
            if (file == null) {
                throw new IllegalStateException(DEMARCHE + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{titre}", title);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
