package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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
        var link =
                Furniture.linkInTheLetterTo(operator, Furniture.invitation(operator, organisation));

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
}
