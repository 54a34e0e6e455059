package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An operator at work on organisations. */
@InBrowser
class OrganisationJourneyTests {

    private static final String FOCUSED = "() => document.activeElement.id";

    @ParameterizedTest
    @EnumSource
    void aWrongSiretIsToldAndNothingTypedIsLost(Look look, Visits visits) {
        var visit = operator(look, visits);
        var name = Furniture.name("Association d’essai");
        var siret = MadeUpSiret.next();
        visit.go("/administration/organisations/nouvelle");
        visit.type("SIRET", MadeUpSiret.broken(siret));
        visit.type("Nom", name);
        visit.field("Type d’organisation").selectOption(new SelectOption().setLabel("Association"));
        visit.press("Enregistrer");

        assertThat(visit.page().title()).startsWith("Erreur");
        assertThat(visit.field("SIRET").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(visit.field("SIRET").inputValue()).isEqualTo(MadeUpSiret.broken(siret));
        assertThat(visit.field("Nom").inputValue()).isEqualTo(name);
        assertThat(visit.field("Type d’organisation").inputValue()).isEqualTo("association");

        visit.page().locator("#erreurs a").click();
        assertThat(visit.page().evaluate(FOCUSED)).isEqualTo("siret");
        visit.page().keyboard().press("Tab");
        assertThat(visit.page().evaluate(FOCUSED)).isEqualTo("name");

        visit.type("SIRET", siret);
        visit.press("Enregistrer");
        assertThat(visit.text("C’est créé.").isVisible()).isTrue();
        assertThat(visit.heading(name).isVisible()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE_WITHOUT_SCRIPT"})
    void theSecondWriterIsToldAndKeepsHisText(Look look, Visits visits) {
        var first = operator(look, visits);
        Furniture.organisation(first, Furniture.name("Association disputée"));
        var edit = first.path().replaceFirst("\\?.*", "") + "/modifier";
        var second = operator(look, visits);
        first.go(edit);
        second.go(edit);

        var firstName = Furniture.name("Premier nom");
        first.type("Nom", firstName);
        first.press("Enregistrer");
        assertThat(first.text("C’est enregistré.").isVisible()).isTrue();

        var secondName = Furniture.name("Second nom");
        second.type("Nom", secondName);
        second.press("Enregistrer");
        assertThat(second.page().locator("#conflit").textContent()).contains(firstName);
        assertThat(second.field("Nom").inputValue()).isEqualTo(secondName);

        second.press("Enregistrer");
        assertThat(second.heading(secondName).isVisible()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theLanguageChangesAndThePageStays(Look look, Visits visits) {
        var visit = operator(look, visits);
        visit.go("/administration/organisations?q=beaumont");
        visit.follow("English");
        assertThat(visit.path()).isEqualTo("/administration/organisations?q=beaumont");
        assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(visit.heading("Organisations").isVisible()).isTrue();
        visit.follow("Français");
        assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("fr");
    }

    @ParameterizedTest
    @EnumSource
    void whoSignsOutIsAStrangerAgain(Look look, Visits visits) {
        var visit = operator(look, visits);
        visit.press("Se déconnecter");
        assertThat(visit.path()).isEqualTo("/");
        visit.go("/administration/organisations");
        assertThat(visit.path()).startsWith("/agents/api/v2/interaction/");
    }

    /** From the front page to the administration and back, by links alone. */
    @ParameterizedTest
    @EnumSource
    void theAdministrationIsFoundByFollowingLinks(Look look, Visits visits) {
        var visit = operator(look, visits);
        visit.go("/");
        visit.page().locator(".who a").click();
        assertThat(visit.path()).isEqualTo("/agent");
        unfold(visit, look);
        visit.page().locator("nav.menu").getByText("Administration").click();
        assertThat(visit.path()).isEqualTo("/administration");
    }

    private static void unfold(Visit visit, Look look) {
        if (look.width() < 600) {
            visit.page().locator(".unfold summary").click();
        }
    }

    private static Visit operator(Look look, Visits visits) {
        var visit = visits.open(look);
        visit.enterAs("Camille Dubreuil");
        return visit;
    }
}
