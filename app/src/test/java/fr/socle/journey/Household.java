package fr.socle.journey;

import fr.socle.journey.Acts.What;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** A parent and an agent who live one dossier after the other, whatever dies meanwhile. */
final class Household {

    private static final Stage STAGE = new DemonstrationStage();
    private static final String JOINED = "regime.pdf";

    private final List<URI> nodes;
    private final String parentName;
    private final Random random;
    private final Acts acts;
    private final Fire fire;

    Household(LivingNode node, String parentName, Random random, Acts acts, Fire fire) {
        this.nodes = List.of(node.address());
        this.parentName = parentName;
        this.random = random;
        this.acts = acts;
        this.fire = fire;
    }

    /** At least one dossier; one that was begun is brought to its end. */
    void live() {
        do {
            new OneDossier(Family.draw(parentName, random)).live();
        } while (!fire.over());
    }

    private final class OneDossier {

        private final Family family;
        private final Browser browser = new Browser(nodes, List.of());
        private final ParentSteps parent;
        private final AgentSteps agent;

        /** Of the dossier, without final part; the person has it before them. */
        private String address = "";

        private String number = "";

        /** Where it is given; empty when the signature was lost with the node that gave it. */
        private String opinion = "";

        OneDossier(Family family) {
            this.family = family;
            this.parent = new ParentSteps(STAGE, browser, family);
            this.agent = new AgentSteps(new Browser(nodes, List.of()), family);
        }

        void live() {
            address = done(Optional::empty, this::begin);
            told(What.DRAFT_SAVED, this::drafted, this::draft);
            done(this::reviewed, this::review);
            number = done(this::deposited, this::deposit);
            done(Optional::empty, this::again);
            done(Optional::empty, this::enter);
            told(What.CORRECTION_ASKED, this::correctionAsked, this::askCorrection);
            told(What.CORRECTED, this::corrected, this::correct);
            told(What.DECIDED, this::decided, this::decide);
            opinion = done(this::tokenLost, this::obtainToken);
            if (!opinion.isEmpty()) {
                told(What.OPINION_GIVEN, this::opinionGiven, this::giveOpinion);
            }
        }

        private <T> T done(Supplier<Optional<T>> seen, Supplier<T> act) {
            return fire.through(seen, act);
        }

        private void told(What what, Supplier<Boolean> seen, Runnable act) {
            done(
                    () -> seen.get() ? Optional.of(true) : Optional.empty(),
                    () -> {
                        act.run();
                        return true;
                    });
            acts.told(what, number.isEmpty() ? address : number, family.child());
        }

        /** A sign-in that died is begun again with an empty browser. */
        private String begin() {
            browser.forget();
            var form = parent.begin(parent.find()).saying("Transmis par");
            return form.address().toString().replaceAll("/remplir.*", "");
        }

        private Screen fill() {
            return browser.get(URI.create(address + "/remplir")).answering(200);
        }

        private boolean drafted() {
            var page = fill();
            var both = page.says(family.child()) && page.says(family.street());
            if (!both && (page.says(family.child()) || page.says(family.street()))) {
                throw new AssertionError("half a draft: " + page.text());
            }
            return both;
        }

        private void draft() {
            parent.draft(fill());
        }

        private Optional<Boolean> reviewed() {
            return reviewing().offers("Déposer mon dossier") ? Optional.of(true) : Optional.empty();
        }

        /** As long as an answer is missing this page says so, and has no button. */
        private Screen reviewing() {
            return browser.get(URI.create(address + "/relire"));
        }

        private boolean review() {
            var page = obtained(fill());
            if (page.document().text().contains(JOINED)) {
                page.form("Continuer")
                        .tick("J’atteste que ces renseignements")
                        .send()
                        .form("Déposer mon dossier");
            } else {
                parent.review(page).form("Déposer mon dossier");
            }
            return true;
        }

        /** What a provider did not answer because it died just then is asked for again. */
        private Screen obtained(Screen page) {
            return page.offers("Réessayer") ? page.form("Réessayer").send() : page;
        }

        private Optional<String> deposited() {
            var page = browser.get(URI.create(address)).answering(200);
            var found = page.says("Dossier déposé") || page.says("Votre dossier est déposé");
            return found ? Optional.of(deposited(page)) : Optional.empty();
        }

        private String deposit() {
            return deposited(
                    reviewing()
                            .saying(family.child())
                            .saying(family.street())
                            .form("Déposer mon dossier")
                            .send()
                            .saying("Votre dossier est déposé"));
        }

        private String deposited(Screen page) {
            var told = ParentSteps.number(page);
            acts.told(What.DEPOSITED, told, family.child());
            return told;
        }

        /** The way back leads to the page of review, whose button finds the dossier deposited. */
        private boolean again() {
            var page = browser.get(URI.create(address + "/relire"));
            if (page.offers("Déposer mon dossier")) {
                throw new AssertionError("deposited twice: " + page.text());
            }
            return true;
        }

        private boolean enter() {
            agent.browser().forget();
            STAGE.inCharge(agent.browser());
            return true;
        }

        private boolean correctionAsked() {
            return agent.open(number).says(family.correction());
        }

        private void askCorrection() {
            agent.askCorrection(number);
        }

        private String street() {
            return "bis " + family.street();
        }

        private boolean corrected() {
            return agent.open(number).says(street());
        }

        private void correct() {
            parent.correct(number, street());
        }

        private boolean decided() {
            var page = agent.open(number);
            var both = page.says("Demande acceptée") && page.says(family.motivation());
            if (!both && page.says(family.motivation())) {
                throw new AssertionError("half a decision: " + page.text());
            }
            return both;
        }

        private void decide() {
            var page = agent.open(number).saying(street());
            var examined =
                    page.offers("Passer en instruction")
                            ? page.form("Passer en instruction").send()
                            : page;
            examined.form("Accepter")
                    .type("Motivation", family.motivation())
                    .send()
                    .saying("Demande acceptée")
                    .saying(family.motivation());
        }

        /** Nothing of a token is kept, so an answer that a dead node took with it comes no more. */
        private Optional<String> tokenLost() {
            return parent.dossier(number).says("Votre jeton vous a été remis")
                    ? Optional.of("")
                    : Optional.empty();
        }

        private String obtainToken() {
            return OpinionSteps.door(browser, parent.dossier(number)).toString();
        }

        private boolean opinionGiven() {
            return browser.get(URI.create(opinion)).says("Vos réponses sont gardées");
        }

        private void giveOpinion() {
            browser.get(URI.create(opinion))
                    .form("Garder et continuer")
                    .answer("De façon générale", family.opinion())
                    .send()
                    .saying("Vos réponses sont gardées");
        }
    }
}
