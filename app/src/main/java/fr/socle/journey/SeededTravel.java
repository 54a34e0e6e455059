package fr.socle.journey;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;

/** The journey in a house without demonstration: prepared, lived and closed again. */
final class SeededTravel {

    private final List<URI> nodes;
    private final Seed seed;
    private final Report report;
    private final PrintStream out;
    private final Random random = new SecureRandom();

    SeededTravel(List<URI> nodes, Seed seed, PrintStream out) {
        this.nodes = nodes;
        this.seed = seed;
        this.out = out;
        this.report = new Report(out, "");
    }

    /**
     * @param folder where receipt, key and attestation go
     * @return the number of steps
     * @throws Unexpected at the first step where something else happens
     */
    int live(Path folder) throws Exception {
        var mark = Integer.toString(random.nextInt(100_000, 1_000_000));
        var operator = new OperatorSteps(nodes, seed, mark);
        prepare(operator);
        var stage = new SeededStage(seed, operator);
        var whole = false;
        try {
            report.step("Il importe une démarche, la fonde et la publie", operator::publish);
            lived(stage, folder);
            revoked(operator, stage);
            report.step("La démarche se ferme et ne se propose plus", operator.grounds()::close);
            whole = true;
        } finally {
            if (!whole) {
                leaveNothing(operator);
            }
        }
        out.println(
                "  –    Sans démonstration : ni panne de fournisseur, ni homonymes, ni lettres");
        return report.steps();
    }

    private void lived(SeededStage stage, Path folder) throws Exception {
        var parent = seed.usagers().getFirst();
        var family = Family.draw(parent.name(), parent.quotient(), random);
        var place = new Journey.Place(stage, nodes);
        new Journey(place, family, List.of(), report, folder).live(seed.usagers().getLast().name());
    }

    /** A trial that broke is not left open to the public; what cannot be undone is told. */
    private void leaveNothing(OperatorSteps operator) {
        undone("l’habilitation d’épreuve reste accordée", operator.grounds()::revoke);
        undone("la démarche d’épreuve reste publiée", operator.grounds()::close);
    }

    private void undone(String otherwise, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException failed) {
            out.println("  –    À vérifier, " + otherwise + " : " + failed.getMessage());
        }
    }

    private void prepare(OperatorSteps operator) throws Exception {
        report.step("L’opérateur entre par son adresse à usage unique", operator::enter);
        report.step(
                "Il rejoint l’organisation qui instruit, par l’API", operator::enterAsInstructor);
        report.step("Il ouvre un service d’épreuve", operator::openService);
        report.step("Il demande une habilitation", operator.grounds()::request);
        report.step("L’autre organisation l’examine et l’accorde", operator.grounds()::grant);
    }

    private void revoked(OperatorSteps operator, SeededStage stage) throws Exception {
        report.step(
                "L’habilitation révoquée ne vaut plus dès la demande suivante",
                () -> {
                    operator.grounds().revoke();
                    begun(stage)
                            .saying("ne peut pas être obtenue")
                            .saying("Document qui le montre");
                });
    }

    private Screen begun(SeededStage stage) {
        var asked =
                new Browser(nodes, List.of())
                        .home()
                        .form("Rechercher")
                        .type("Chercher une démarche", stage.demarche())
                        .send()
                        .follow(stage.demarche())
                        .follow("Commencer");
        return stage.usager(asked, seed.usagers().getLast().name())
                .form("Commencer ma demande")
                .send();
    }
}
