package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Someone is invited, reads the letter, and joins. */
@InBrowser
class InvitationJourneyTests {

    @ParameterizedTest
    @EnumSource
    void theLetterLetsItsReaderInOnce(Look look, Visits visits) {
        var operator = visits.open(look);
        operator.enterAs("Camille Dubreuil");
        var organisation = Furniture.organisation(operator, Furniture.name("Association"));
        var link = linkInTheLetterTo(operator, Furniture.invitation(operator, organisation));

        var invited = visits.open(look);
        invited.page().navigate(link);
        assertThat(invited.heading("Rejoindre " + organisation).isVisible()).isTrue();
        invited.press("Accepter l’invitation");
        assertThat(invited.text("Bienvenue. Vous faites partie de l’organisation.").isVisible())
                .isTrue();
        assertThat(invited.page().locator(".who").textContent())
                .contains("Alix Renouard", organisation);

        var late = visits.open(look);
        assertThat(late.page().navigate(link).status()).isEqualTo(410);
        assertThat(late.heading("Cette invitation a déjà servi").isVisible()).isTrue();
    }

    private static String linkInTheLetterTo(Visit visit, String email) {
        visit.goUntil(
                "/courriels?q=" + email,
                visit.page().locator("tbody tr", new Page.LocatorOptions().setHasText(email)));
        visit.page().locator("tbody a").first().click();
        return visit.page().locator("main a[href*='/invitation?code=']").getAttribute("href");
    }
}
