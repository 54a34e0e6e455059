package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A draft that several persons fill, and one deposits. */
@NullMarked
class PartagePagesTests extends DossierHouse {

    private static final Pattern LINK =
            Pattern.compile("/mes-dossiers/invitations/[A-Za-z0-9_-]{43}");

    private final WebClient owner = usager(UUID.randomUUID());
    private final WebClient friend = usager(UUID.randomUUID());
    private final String email = "ami-" + UUID.randomUUID() + "@essai.example";

    @Test
    void whoIsInvitedFillsTheDraftAndNeverDepositsIt() throws IOException {
        var draft = "/mes-dossiers/" + idOf(begun(owner));
        var link = invited(draft, email);
        HtmlPage asked = friend.getPage(address(link));
        assertThat(asked.asNormalizedText())
                .contains("Tarif d’essai", "lira votre nom")
                .doesNotContain("Quotient");
        var filling = press(formTo(asked, link), "Accepter");
        assertThat(filling.getUrl().getPath()).isEqualTo(draft + "/remplir");
        assertThat(filling.asNormalizedText())
                .contains("Vous remplissez le brouillon de")
                .doesNotContain("Supprimer ce brouillon");
        var form = form(filling);
        answer(form);
        var review = press(form, "Continuer");
        assertThat(review.asNormalizedText()).contains("cette personne seule peut déposer", "Léa");
        assertThat(review.asNormalizedText()).doesNotContain("Déposer mon dossier");
        HtmlPage list = friend.getPage(address("/mes-dossiers"));
        assertThat(list.asNormalizedText())
                .contains("Brouillons que vous remplissez avec d’autres");

        HtmlPage own = owner.getPage(address(draft + "/relire"));
        assertThat(own.asNormalizedText()).contains("Léa");
        var done = press(formTo(own, "/deposer"), "Déposer mon dossier");
        assertThat(done.asNormalizedText()).contains("Votre dossier est déposé");
        // their access ended with the deposit
        assertThat(status(friend, draft)).isEqualTo(404);
        assertThat(status(friend, draft + "/remplir")).isEqualTo(404);
    }

    @Test
    void whatTheyDoIsInTheJournalOfBoth() throws IOException {
        long opened = entries("demarches.partage-consultation");
        long written = entries("demarches.partage-ecriture");
        long accepted = entries("demarches.partage-acceptation");
        var draft = "/mes-dossiers/" + idOf(begun(owner));
        var link = invited(draft, email);
        HtmlPage asked = friend.getPage(address(link));
        var filling = press(formTo(asked, link), "Accepter");
        friend.getPage(address(draft + "/remplir"));
        press(form(filling), "Enregistrer le brouillon");
        assertThat(entries("demarches.partage-acceptation")).isEqualTo(accepted + 1);
        // opened three times within the half-hour: one line
        assertThat(entries("demarches.partage-consultation")).isEqualTo(opened + 1);
        assertThat(entries("demarches.partage-ecriture")).isEqualTo(written + 1);
    }

    @Test
    void everyDoorOfItsUsagerIsShutToThem() throws IOException {
        var draft = "/mes-dossiers/" + idOf(begun(owner));
        var link = invited(draft, email);
        HtmlPage asked = friend.getPage(address(link));
        var filling = press(formTo(asked, link), "Accepter");
        var leave = formTo(filling, "/partage/fin");
        for (var door :
                new String[] {"/deposer", "/supprimer", "/copier", "/partage", "/ecartees"}) {
            leave.setActionAttribute(draft + door);
            assertThat(status(press(leave, "Ne plus remplir"))).as(door).isEqualTo(404);
        }
        leave.setActionAttribute(draft + "/partage/retrait");
        assertThat(status(press(leave, "Ne plus remplir"))).isEqualTo(404);
        assertThat(status(friend, draft + "/partage")).isEqualTo(404);
        assertThat(status(friend, draft)).isEqualTo(404);
        int before = gateway.asked.get();
        var keep = form(filling).getElementsByAttribute("button", "value", "enregistrer").getLast();
        keep.setAttribute("value", "demander:quot");
        press(form(filling), "Enregistrer le brouillon");
        assertThat(gateway.asked.get()).isEqualTo(before);
    }

    @Test
    void anInvitationServesOnceAndOnlyUntilItEnds() throws IOException {
        var draft = "/mes-dossiers/" + idOf(begun(owner));
        var link = invited(draft, email);
        HtmlPage asked = friend.getPage(address(link));
        var form = formTo(asked, link);
        press(form, "Accepter");
        var late = usager(UUID.randomUUID());
        assertThat(status(late, link)).isEqualTo(404);
        assertThat(status(late, draft + "/remplir")).isEqualTo(404);
        assertThat(status(press(form, "Accepter"))).isEqualTo(404);
        assertThat(status(late, link.substring(0, link.length() - 1) + "~")).isEqualTo(404);

        var other = invited(draft, "autre-" + email);
        HtmlPage early = late.getPage(address(other));
        db.sql(
                        """
                        UPDATE demarches.co_redacteur SET expires_at = now() - INTERVAL '1 minute'
                         WHERE email = :email
                        """)
                .param("email", "autre-" + email)
                .update();
        assertThat(status(press(formTo(early, other), "Accepter"))).isEqualTo(404);
        assertThat(status(late, draft + "/remplir")).isEqualTo(404);
        HtmlPage anonymous = browser().getPage(address(link));
        assertThat(anonymous.getUrl().getPath()).isEqualTo("/connexion");
    }

    @Test
    void anAccessThatWasTakenBackIsGoneAtOnce() throws IOException {
        var draft = "/mes-dossiers/" + idOf(begun(owner));
        var link = invited(draft, email);
        HtmlPage asked = friend.getPage(address(link));
        var form = form(press(formTo(asked, link), "Accepter"));
        HtmlPage shared = owner.getPage(address(draft + "/partage"));
        assertThat(shared.asNormalizedText()).contains("Angela Essai", "Accepté", email);
        var told = press(formTo(shared, "/partage/retrait"), "Retirer l’accès");
        assertThat(told.asNormalizedText())
                .contains("L’accès est retiré")
                .doesNotContain("Accepté");
        assertThat(status(press(form, "Enregistrer le brouillon"))).isEqualTo(404);
        assertThat(status(friend, draft + "/relire")).isEqualTo(404);
        assertThat(status(press(formTo(shared, "/partage/retrait"), "Retirer l’accès")))
                .isEqualTo(404);
    }

    @Test
    void whoRefusesOrRenouncesHasNoAccess() throws IOException {
        var draft = "/mes-dossiers/" + idOf(begun(owner));
        var first = invited(draft, email);
        HtmlPage asked = friend.getPage(address(first));
        press(formTo(asked, first + "/refus"), "Refuser");
        assertThat(status(friend, first)).isEqualTo(404);
        var second = invited(draft, email);
        HtmlPage again = friend.getPage(address(second));
        var filling = press(formTo(again, second), "Accepter");
        press(formTo(filling, "/partage/fin"), "Ne plus remplir");
        assertThat(status(friend, draft + "/remplir")).isEqualTo(404);
    }

    @Test
    void aWrongAddressOrTooManyInvitationsAreRefused() throws IOException {
        var draft = "/mes-dossiers/" + idOf(begun(owner));
        for (var wrong :
                new String[] {"", "sans-arobase", "a@b@c.fr", "x".repeat(300) + "@essai.example"}) {
            assertThat(status(invite(draft, wrong))).as(wrong).isEqualTo(422);
        }
        invited(draft, email);
        assertThat(status(invite(draft, email.toUpperCase(Locale.ROOT)))).isEqualTo(422);
        assertThat(status(invite(draft, "angela.essai@example.fr"))).isEqualTo(422);
        for (int i = 1; i < 10; i++) {
            invited(draft, i + "-" + email);
        }
        assertThat(invite(draft, "trop-" + email).asNormalizedText())
                .contains("pas plus de 10 invitations");
    }

    @Test
    void theirUsagerAcceptsNothingAndStrangersSeeNothing() throws IOException {
        var draft = "/mes-dossiers/" + idOf(begun(owner));
        var link = invited(draft, email);
        HtmlPage asked = owner.getPage(address(link));
        press(formTo(asked, link), "Accepter");
        // the invitation is still there for whom it was meant
        assertThat(status(friend, link)).isEqualTo(200);
        var agent = agentBrowser(agent("Ines Essai", school));
        HtmlPage led = agent.getPage(address(draft + "/remplir"));
        assertThat(led.getUrl().getPath()).isNotEqualTo(draft + "/remplir");
        assertThat(status(usager(UUID.randomUUID()), draft + "/partage")).isEqualTo(404);
        assertThat(status(owner, "/mes-dossiers/nonsense/partage")).isEqualTo(404);
    }

    private HtmlPage invite(String draft, String to) throws IOException {
        HtmlPage page = owner.getPage(address(draft + "/partage"));
        var form = formTo(page, "/partage");
        form.getInputByName("email").setValue(to);
        return press(form, "Envoyer l’invitation");
    }

    /** The link of the letter that an invitation sent. */
    private String invited(String draft, String to) throws IOException {
        assertThat(invite(draft, to).asNormalizedText()).contains("L’invitation est envoyée");
        var letter =
                db.sql(
                                """
                                SELECT plain FROM notifications.outbox WHERE address = :address
                                 ORDER BY written_at DESC LIMIT 1
                                """)
                        .param("address", to)
                        .query(String.class)
                        .single();
        var link = LINK.matcher(letter);
        assertThat(link.find()).as(letter).isTrue();
        return link.group();
    }
}
