package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
        STRANGER(8, ""),
        OPERATOR(24, "Camille Dubreuil"),
        GESTIONNAIRE(16, "Noé Valcourt"),
        AGENT(9, "Inès Marchal");

        private final int pages;
        private final String name;

        Reader(int pages, String name) {
            this.pages = pages;
            this.name = name;
        }
    }

    /** Where a crawl begins: the front page, and the page of pieces, which no other shows yet. */
    private static final List<String> DOORS = List.of("/", "/design/pieces");

    private final Set<String> known = new HashSet<>();
    private boolean furnished;

    /** A letter, an invitation, a token and a piece, so that no list is empty. */
    @BeforeEach
    void furnish(Visits visits) {
        if (!furnished) {
            var visit = visits.open(Look.DESKTOP);
            visit.enterAs("Camille Dubreuil");
            Furniture.invitation(visit, Furniture.BEAUMONT);
            Furniture.token(visit);
            Furniture.piece(visit);
            furnished = true;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsAccessible(Reader reader, Visits visits) {
        var visit = visits.open(Look.DESKTOP);
        if (!reader.name.isEmpty()) {
            visit.enterAs(reader.name);
        }
        var crawl = new Crawl(visit, known);
        assertThat(crawl.from(DOORS)).isEmpty();
        assertThat(crawl.shown()).hasSizeGreaterThanOrEqualTo(reader.pages);
    }

    @Test
    void pagesOfFailureAreAccessible(Visits visits) {
        var visit = visits.open(Look.DESKTOP);
        var wrong = new ArrayList<String>();
        visit.enterAs("Inès Marchal");
        for (var path :
                List.of(
                        "/nulle-part",
                        "/administration/organisations",
                        "/invitation?code=inconnu",
                        "/premiers-pas?code=inconnu",
                        "/connexion/adresse?code=inconnu",
                        "/courriels?page=rien",
                        "/citoyens/api/v2/authorize")) {
            visit.go(path);
            new PageCheck(visit.page()).everywhere().forEach(it -> wrong.add(path + " " + it));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void refusedFormsAreAccessible(Visits visits) {
        var visit = visits.open(Look.DESKTOP);
        var wrong = new ArrayList<String>();
        visit.enterAs("Camille Dubreuil");
        for (var path :
                List.of(
                        "/administration/organisations/nouvelle",
                        "/administration/jetons/nouveau")) {
            visit.go(path);
            visit.page().locator("main form button").last().click();
            assertThat(visit.page().locator("#erreurs").isVisible()).as(path).isTrue();
            new PageCheck(visit.page()).everywhere().forEach(it -> wrong.add(path + " " + it));
        }
        assertThat(wrong).isEmpty();
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
