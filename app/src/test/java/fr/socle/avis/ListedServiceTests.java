package fr.socle.avis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.Neighbours;
import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.avis.observatoire.listing.ListedDemarche.Facts;
import fr.socle.avis.observatoire.listing.Listings;
import fr.socle.avis.observatoire.listing.OnceOnly;
import fr.socle.avis.observatoire.listing.Online;
import fr.socle.avis.observatoire.listing.SignIn;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlRadioButtonInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A service that runs elsewhere and is only listed here is judged like one of this house. */
@PostgresTest
@Import(Neighbours.class)
class ListedServiceTests {

    private static final OrganisationId TOWN = new OrganisationId(new UUID(0, 2));

    @LocalServerPort int port;
    @Autowired Listings listings;
    @Autowired Scores scores;

    private final WebClient browser = SignsIn.browser();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aListedServiceTakesOpinionsAndFormsAndItsAgentsReadThem() throws IOException {
        var listed = listed(TOWN);
        var form = page("/Demarches/" + listed.id() + "?button=1");
        assertThat(form.asNormalizedText()).contains(listed.facts().name());
        form.<HtmlRadioButtonInput>querySelector("input[value=good]").setChecked(true);
        form.<HtmlButton>querySelector("main form button").click();
        assertThat(scores.of(new JudgedId(listed.id()), Scores.EVER).open().opinions())
                .isEqualTo(1);
        browser.addRequestHeader(Neighbours.RIGHT, "avis.lire");
        assertThat(page("/agent/avis").asNormalizedText()).contains(listed.facts().name());
        browser.removeRequestHeader(Neighbours.RIGHT);
        browser.addRequestHeader(Neighbours.RIGHT, "avis.gerer");
        var forms = page("/agent/avis/" + listed.id() + "/formulaires");
        ((HtmlInput) forms.getElementByName("nom")).setValue("Accueil");
        forms.<HtmlRadioButtonInput>querySelector("input[value=remarques]").setChecked(true);
        HtmlPage made = SignsIn.press(forms, "Créer le formulaire");
        assertThat(made.asNormalizedText()).contains("Modèle : Remarques");
    }

    @Test
    void theServiceOfAnotherAdministrationIsNotAmongOnesOwn() throws IOException {
        var other = listed(new OrganisationId(UUID.randomUUID()));
        browser.addRequestHeader(Neighbours.RIGHT, "avis.lire");
        assertThat(page("/agent/avis").asNormalizedText()).doesNotContain(other.facts().name());
        assertThat(page("/agent/avis/" + other.id()).getWebResponse().getStatusCode())
                .isEqualTo(404);
    }

    private ListedDemarche listed(OrganisationId owner) {
        var facts =
                new Facts(
                        "Guichet fictif " + UUID.randomUUID(),
                        "https://guichet.example/",
                        "Ville d’Essai",
                        "",
                        Online.OUI,
                        List.of(),
                        null,
                        null,
                        OnceOnly.parse("").orThrow(),
                        SignIn.UNKNOWN,
                        "");
        var change = listings.create(Actor.CONSOLE, owner, facts);
        return ((Change.Done<ListedDemarche>) change).value();
    }

    private HtmlPage page(String path) throws IOException {
        return browser.getPage("http://localhost:" + port + path);
    }
}
