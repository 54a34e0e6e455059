package fr.socle.demarches.depot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.dossier.DossierHouse;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is kept, and until when. */
@NullMarked
class ExpiryTests extends DossierHouse {

    @Autowired Expiry expiry;

    @Test
    void aForgottenDraftGoesAndAWaitingDossierStays() throws Exception {
        var browser = usager(UUID.randomUUID());
        var draft = idOf(begun(browser));
        var waiting = idOf(deposited(browser));
        age(draft, "changed_at", "4 months");
        age(waiting, "changed_at", "4 years");
        age(waiting, "deposited_at", "4 years");
        expiry.everyHour();
        assertThat(status(browser, "/mes-dossiers/" + draft)).isEqualTo(404);
        assertThat(status(browser, "/mes-dossiers/" + waiting)).isEqualTo(200);
    }

    @Test
    void aDecidedDossierGoesAfterTheMonthsThatWereAnnounced() throws Exception {
        var browser = usager(UUID.randomUUID());
        var id = idOf(deposited(browser));
        var agent = agentBrowser(agent("Inès Essai", school()));
        HtmlPage opened = agent.getPage(address("/agent/dossiers/" + id));
        var form = formTo(press(formTo(opened, "/instruire"), "Passer"), "/decision");
        form.getTextAreaByName("motivation").setText("Sans objet.");
        press(form, "Classer sans suite");
        age(id, "expires_at", "11 months");
        expiry.everyHour();
        assertThat(status(browser, "/mes-dossiers/" + id)).isEqualTo(200);
        age(id, "expires_at", "2 months");
        expiry.everyHour();
        assertThat(status(browser, "/mes-dossiers/" + id)).isEqualTo(404);
    }

    private void age(String id, String column, String by) {
        db().sql(
                        "UPDATE demarches.dossier SET "
                                + column
                                + " = "
                                + column
                                + " - CAST(:by AS interval) WHERE id = :id")
                .param("by", by)
                .param("id", UUID.fromString(id))
                .update();
    }
}
