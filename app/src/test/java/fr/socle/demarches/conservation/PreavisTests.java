package fr.socle.demarches.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.dossier.DossierHouse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing disappears unannounced. */
@NullMarked
class PreavisTests extends DossierHouse {

    @Autowired Preavis preavis;

    @Test
    void anOldDraftIsToldOnceAndAgainWhenItChangedMeanwhile() throws IOException {
        var person = UUID.randomUUID();
        var id = idOf(begun(usager(person)));
        preavis.everyTenMinutes();
        assertThat(told(person)).isEmpty();
        age(id, "changed_at", "80 days");
        preavis.everyTenMinutes();
        preavis.everyTenMinutes();
        assertThat(told(person)).hasSize(1).first().asString().contains("brouillon");
        db().sql(
                        "UPDATE demarches.preavis SET told_at = told_at - interval '81 days' WHERE dossier = :id")
                .param("id", UUID.fromString(id))
                .update();
        age(id, "changed_at", "-1 days");
        preavis.everyTenMinutes();
        assertThat(told(person)).hasSize(2);
    }

    @Test
    void aDecidedDossierIsToldAndAWaitingOneNever() throws IOException {
        var person = UUID.randomUUID();
        var waiting = idOf(deposited(usager(person)));
        var decided = idOf(deposited(usager(person)));
        var agent = agentBrowser(agent("Inès Essai", school()));
        HtmlPage opened = agent.getPage(address("/agent/dossiers/" + decided));
        press(formTo(press(formTo(opened, "/instruire"), "Passer"), "/decision"), "Accepter");
        age(waiting, "deposited_at", "4 years");
        age(waiting, "changed_at", "4 years");
        age(decided, "expires_at", "355 days");
        preavis.everyTenMinutes();
        assertThat(told(person)).hasSize(1).first().asString().contains("dossier sera supprimé");
    }

    private List<String> told(UUID person) {
        return db().sql(
                        """
                        SELECT subject FROM notifications.outbox
                         WHERE recipient = :person AND subject LIKE '%sera supprimé%'
                        """)
                .param("person", person)
                .query((row, _) -> row.getString("subject"))
                .list();
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
