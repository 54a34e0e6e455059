package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page that a reader reaches by links, at both widths, light and dark: no violation of WCAG
 * 2.2 AA that axe can see, one main heading, nothing wider than a phone, no link that leads
 * nowhere.
 */
@InBrowser
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageIsAccessibleTests {

    /** Those who read, and how many different pages each must reach at least. */
    enum Reader {
        STRANGER(14, ""),
        USAGER(22, Family.PARENT),
        OPERATOR(45, "Camille Dubreuil"),
        GESTIONNAIRE(16, "Noé Valcourt"),
        AGENT(12, "Inès Marchal"),
        MINISTRY(12, "Lucien Ferrandi");

        private final int pages;
        private final String name;

        Reader(int pages, String name) {
            this.pages = pages;
            this.name = name;
        }

        /** An agent who follows the menu of usagers without being one. */
        private boolean isToldNotForHim(String path) {
            return this != STRANGER
                    && this != USAGER
                    && path.matches("/(mes-dossiers|mon-dossier).*");
        }

        private void enter(Visit visit) {
            if (this == USAGER) {
                visit.enterAsUsager(name);
            } else if (this != STRANGER) {
                visit.enterAs(name);
            }
        }
    }

    /** Where a crawl begins: the front page, and the page of pieces, which no other shows yet. */
    private static final List<String> DOORS = List.of("/", "/design/pieces");

    private final Set<String> known = new HashSet<>();
    private boolean furnished;

    /** A letter, an invitation, a token, a piece and dossiers, so that no list is empty. */
    @BeforeEach
    void furnish(Visits visits) {
        if (!furnished) {
            var visit = visits.open(Look.DESKTOP);
            visit.enterAs("Camille Dubreuil");
            Furniture.invitation(visit, Furniture.BEAUMONT);
            Furniture.token(visit);
            Furniture.piece(visit);
            dossiers(visits);
            furnished = true;
        }
    }

    /** One that is decided, one to correct, one deposited, one begun. */
    private static void dossiers(Visits visits) {
        var parent = visits.open(Look.DESKTOP);
        var agent = visits.open(Look.DESKTOP);
        agent.enterAs("Inès Marchal");
        Family.accept(agent, Family.deposit(parent), "Essai accepté.");
        Family.askCorrection(agent, Family.deposit(parent), "Essai à corriger.");
        Family.deposit(parent);
        Family.begin(parent);
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsAccessible(Reader reader, Visits visits) {
        var visit = visits.open(Look.DESKTOP);
        reader.enter(visit);
        var crawl = new Crawl(visit, known).telling(reader::isToldNotForHim);
        assertThat(crawl.from(DOORS)).isEmpty();
        assertThat(crawl.shown()).hasSizeGreaterThanOrEqualTo(reader.pages);
    }

    @Test
    void pagesOfFailureAreAccessible(Visits visits) {
        var visit = visits.open(Look.DESKTOP);
        var findings = new Findings();
        visit.enterAs("Inès Marchal");
        for (var path :
                List.of(
                        "/nulle-part",
                        "/administration/organisations",
                        "/invitation?code=inconnu",
                        "/premiers-pas?code=inconnu",
                        "/connexion/adresse?code=inconnu",
                        "/courriels?page=rien",
                        "/demarches/inconnue",
                        "/demarches?q=rien",
                        "/observatoire/00000000-0000-0000-0000-000000000000",
                        "/avis/inconnu",
                        "/avis-expert?code=inconnu",
                        "/mes-dossiers",
                        "/mes-dossiers/invitations/inconnue",
                        "/mon-dossier/usages/1/0",
                        "/pieces/00000000-0000-0000-0000-000000000000",
                        "/agent/dossiers/00000000-0000-0000-0000-000000000000",
                        "/citoyens/api/v2/authorize")) {
            visit.go(path);
            findings.look(visit);
        }
        findings.areNone();
    }

    @Test
    void refusedFormsAreAccessible(Visits visits) {
        var visit = visits.open(Look.DESKTOP);
        var findings = new Findings();
        visit.enterAs("Camille Dubreuil");
        for (var path :
                List.of(
                        "/administration/organisations/nouvelle",
                        "/administration/jetons/nouveau",
                        "/administration/habilitations/nouvelle/autre",
                        "/administration/demarches/nouvelle")) {
            visit.go(path);
            visit.page().locator("main form button.primary").last().click();
            assertThat(visit.page().locator("#erreurs").isVisible()).as(path).isTrue();
            findings.look(visit);
        }
        findings.areNone();
    }

    /** Those of a sign-in are reached by buttons, which a crawl does not press. */
    @Test
    void pagesOfASignInAreAccessible(Visits visits) {
        var visit = visits.open(Look.DESKTOP);
        var findings = new Findings();
        visit.go("/connexion/usager");
        findings.look(visit);
        visit.page().locator("main button.provider").first().click();
        findings.look(visit);
        visit.page().locator("main button.provider", Family.withText("Bo Y")).click();
        findings.look(visit);
        visit.go("/agent/connexion");
        visit.type("Adresse électronique professionnelle", "quelqu.un@beaumont.example");
        visit.press("Continuer");
        findings.look(visit);
        findings.areNone();
    }

    /** A form without answers, one whose document is declined, and what is to be read again. */
    @Test
    void theFormIsAccessibleInItsStates(Visits visits) {
        var visit = visits.open(Look.DESKTOP);
        var findings = new Findings();
        Family.begin(visit);
        visit.press("Continuer");
        assertThat(visit.page().locator("#erreurs").isVisible()).isTrue();
        findings.look(visit);
        Family.begin(visit);
        Family.fill(visit);
        visit.press("Continuer");
        findings.look(visit);
        visit.press("Déposer mon dossier");
        findings.look(visit);
        Family.begin(visit);
        visit.page().getByText("Répondre moi-même").first().click();
        findings.look(visit);
        findings.areNone();
    }

    /** Because thirteen links stood before the title there. */
    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void thePagesOfASectionFoldOnAPhoneAlone(Look look, Visits visits) {
        var visit = visits.open(look);
        visit.enterAs("Camille Dubreuil");
        visit.go("/administration/habilitations");
        var fold = visit.page().locator(".section summary");
        var pages = visit.page().locator(".submenu");
        assertThat(fold.isVisible()).isEqualTo(look == Look.PHONE);
        assertThat(pages.isVisible()).isEqualTo(look == Look.DESKTOP);
        if (look == Look.PHONE) {
            fold.click();
            assertThat(pages.isVisible()).isTrue();
        }
    }

    @Test
    void englishPagesAreAccessible(Visits visits) {
        var visit = visits.open(Look.DESKTOP);
        visit.go("/langue/en?retour=/");
        assertThat(new Crawl(visit, known).from(DOORS)).isEmpty();
        visit.go("/journal");
        assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("en");
    }
}
