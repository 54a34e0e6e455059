package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A draft that changes its usager. */
@NullMarked
class CessionPagesTests extends DossierHouse {

    private static final Pattern LINK =
            Pattern.compile("/mes-dossiers/invitations/[A-Za-z0-9_-]{43}");

    private final UUID giver = UUID.randomUUID();
    private final UUID taker = UUID.randomUUID();
    private final WebClient owner = usager(giver);
    private final WebClient other = usager(taker);

    @Test
    void whoTakesADraftOverHasItAndWhoGaveItHasNot() throws IOException {
        long before = entries("demarches.cession");
        var page = filled(owner);
        press(form(page), "Enregistrer le brouillon");
        var draft = "/mes-dossiers/" + idOf(page);
        gateway.answer = Neighbours.ScriptedGateway.released("111.50");
        var link = offered(draft);
        HtmlPage asked = other.getPage(address(link));
        assertThat(asked.asNormalizedText())
                .contains("Brouillon à reprendre à votre compte")
                .doesNotContain("872");
        var taken = press(formTo(asked, link), "Accepter");
        assertThat(taken.getUrl().getPath()).isEqualTo(draft + "/remplir");
        assertThat(byEnd(form(taken), ".pren").getValue()).isEqualTo("Léa");
        // what administrations know is that of whoever has the draft now
        assertThat(taken.asNormalizedText()).contains("111,5").doesNotContain("872,5");
        assertThat(status(owner, draft + "/remplir")).isEqualTo(404);
        assertThat(status(owner, draft)).isEqualTo(404);
        assertThat(entries("demarches.cession")).isEqualTo(before + 1);
        assertThat(letters(giver)).isEqualTo(1);
        assertThat(letters(taker)).isEqualTo(1);
        var review = press(form(taken), "Continuer");
        var done = press(formTo(review, "/deposer"), "Déposer mon dossier");
        assertThat(done.asNormalizedText()).contains("Votre dossier est déposé");
        assertThat(status(press(formTo(asked, link), "Accepter"))).isEqualTo(404);
    }

    @Test
    void aRefusedOfferChangesNothingAndIsTold() throws IOException {
        var draft = "/mes-dossiers/" + idOf(begun(owner));
        var link = offered(draft);
        HtmlPage asked = other.getPage(address(link));
        press(formTo(asked, link + "/refus"), "Refuser");
        assertThat(letters(giver)).isEqualTo(1);
        assertThat(status(owner, draft + "/remplir")).isEqualTo(200);
        assertThat(status(press(formTo(asked, link), "Accepter"))).isEqualTo(404);
        assertThat(status(other, draft + "/remplir")).isEqualTo(404);
    }

    @Test
    void anOfferGivesNoAccessBeforeItIsAcceptedNorOnceItEnded() throws IOException {
        var draft = "/mes-dossiers/" + idOf(begun(owner));
        var link = offered(draft);
        HtmlPage asked = other.getPage(address(link));
        assertThat(status(other, draft + "/remplir")).isEqualTo(404);
        HtmlPage own = owner.getPage(address(link));
        press(formTo(own, link), "Accepter");
        assertThat(status(other, link)).as("nobody takes over what is theirs").isEqualTo(200);
        HtmlPage shared = owner.getPage(address(draft + "/partage"));
        assertThat(shared.asNormalizedText()).contains("Cession proposée");
        press(formTo(shared, "/partage/retrait"), "Retirer l’accès");
        assertThat(status(press(formTo(asked, link), "Accepter"))).isEqualTo(404);
        assertThat(status(owner, draft + "/remplir")).isEqualTo(200);
    }

    @Test
    void aDepositedDossierIsNotTakenOver() throws IOException {
        var page = filled(owner);
        var draft = "/mes-dossiers/" + idOf(page);
        var link = offered(draft);
        HtmlPage asked = other.getPage(address(link));
        var review = press(form(page), "Continuer");
        press(formTo(review, "/deposer"), "Déposer mon dossier");
        assertThat(status(press(formTo(asked, link), "Accepter"))).isEqualTo(404);
        assertThat(status(owner, draft)).isEqualTo(200);
        assertThat(status(other, draft)).isEqualTo(404);
    }

    @Test
    void aWishThatIsNeitherIsRefused() throws IOException {
        var draft = "/mes-dossiers/" + idOf(begun(owner));
        HtmlPage page = owner.getPage(address(draft + "/partage"));
        var form = formTo(page, "/partage");
        form.getInputByName("email").setValue("ami@essai.example");
        form.getInputsByValue("remplir").getFirst().setAttribute("value", "voler");
        assertThat(status(press(form, "Envoyer l’invitation"))).isEqualTo(422);
    }

    private String offered(String draft) throws IOException {
        var email = "repreneur-" + UUID.randomUUID() + "@essai.example";
        HtmlPage page = owner.getPage(address(draft + "/partage"));
        var form = formTo(page, "/partage");
        form.getInputByName("email").setValue(email);
        form.getInputsByValue("ceder").getFirst().setChecked(true);
        press(form, "Envoyer l’invitation");
        var letter =
                db.sql("SELECT plain FROM notifications.outbox WHERE address = :address")
                        .param("address", email)
                        .query(String.class)
                        .single();
        var link = LINK.matcher(letter);
        assertThat(link.find()).as(letter).isTrue();
        return link.group();
    }

    /** What this person was told of offers. */
    private long letters(UUID person) {
        return db.sql(
                        """
                        SELECT count(*) FROM notifications.outbox
                         WHERE recipient = :person AND category = 'demarches.partage'
                        """)
                .param("person", person)
                .query(Long.class)
                .single();
    }
}
