package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An empty house without demonstration, from its first address to a {@code kill -9}. */
@InBrowser
class FirstStepsTests {

    private static final Pattern ADDRESS =
            Pattern.compile("http://localhost:\\d+/premiers-pas\\?code=\\S+");

    @Test
    void thePrintedAddressOpensTheHouseOnceAndKillingItLosesNothing(Visits visits) {
        try (var socle = RunningSocle.fresh("--no-demo")) {
            var address = socle.printed(ADDRESS);
            var operator = visits.open(Look.DESKTOP, socle);
            operator.page().navigate(address);
            var name = takeTheFirstSteps(operator);

            nothingOfTheDemonstrationShows(visits.open(Look.PHONE_WITHOUT_SCRIPT, socle), address);

            socle.kill();
            try (var again = socle.again("--no-demo")) {
                assertThat(again.prints(ADDRESS)).isFalse();
                operator.go("/administration/organisations");
                assertThat(operator.text(name).isVisible()).isTrue();
                assertThat(operator.page().locator(".who").textContent()).contains("Maud Exemple");
            }
        }
    }

    private static String takeTheFirstSteps(Visit visit) {
        var name = Furniture.name("Commune d’essai");
        visit.type("SIRET", MadeUpSiret.next());
        visit.type("Nom", name);
        visit.field("Type d’organisation").selectOption(new SelectOption().setLabel("Commune"));
        visit.type("Nom et prénom", "Maud Exemple (personne inventée)");
        visit.press("Créer et entrer");
        assertThat(visit.heading("Vous êtes l’opérateur").isVisible()).isTrue();
        visit.go("/administration/organisations");
        assertThat(visit.text(name).isVisible()).isTrue();
        return name;
    }

    private static void nothingOfTheDemonstrationShows(Visit stranger, String usedAddress) {
        assertThat(stranger.page().navigate(usedAddress).status()).isEqualTo(410);
        assertThat(stranger.heading("Cette adresse ne fonctionne plus").isVisible()).isTrue();
        assertThat(stranger.go("/design").status()).isEqualTo(404);
        assertThat(stranger.go("/design/pieces").status()).isEqualTo(404);
        assertThat(stranger.go("/courriels").status()).isEqualTo(404);
        stranger.go("/connexion");
        assertThat(stranger.page().locator("main form").count()).isZero();
        assertThat(stranger.page().locator("body").textContent())
                .doesNotContainIgnoringCase("démonstration");
        stranger.go("/");
        assertThat(stranger.page().locator("body").textContent())
                .doesNotContainIgnoringCase("démonstration");
        assertThat(stranger.page().locator("a[href='/courriels'], a[href^='/design']").count())
                .isZero();
    }
}
