package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.Neighbours;
import fr.socle.citoyen.usages.Family;
import fr.socle.citoyen.usages.Usage;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The list of uses follows the journal, and forgets with it. */
class UsagesProjectionTests extends CitoyenHouse {

    @Test
    void whatTheJournalErasedIsGoneAlsoFromTheList() throws IOException {
        written(Line.refused(person, "Région d’Essai"));
        written(Line.exchange(person, "Ville d’Essai", "reste"));
        var erased =
                usages().stream()
                        .filter(it -> it.family() == Family.REFUS)
                        .findFirst()
                        .orElseThrow();
        journal.erase(erased.place().index(), "demande de la personne");
        await().atMost(Duration.ofSeconds(3)).until(() -> usages.count(person, ALL) == 1);
        assertThat(page(erased.path()).getWebResponse().getStatusCode()).isEqualTo(404);
        written(Line.signIn(person));
        journal.erasePerson(person, "demande de la personne");
        await().atMost(Duration.ofSeconds(3)).until(() -> usages.count(person, ALL) == 1);
        assertThat(usages()).extracting(Usage::motif).containsExactly("reste");
    }

    @Test
    void theListCanBeEmptiedAndBuiltAgain() {
        written(Line.exchange(person, "Ville d’Essai", "un"));
        written(Line.refused(person, "Ville d’Essai"));
        var before = usages();
        transaction.executeWithoutResult(
                _ -> {
                    db.sql(
                                    "UPDATE journal.follower SET log = 1, next = 0 WHERE name = 'citoyen.usages'")
                            .update();
                    db.sql("TRUNCATE citoyen.usage").update();
                });
        journal.appendAlone(Line.signIn(Neighbours.person(stranger)));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> usages.count(person, ALL) == before.size());
        assertThat(usages()).isEqualTo(before);
    }

    @Test
    void theListItselfHoldsNothingOfWhatWasSaid() {
        written(Line.exchange(person, "Ville d’Essai", "motif très personnel"));
        var rows = db.sql("SELECT u::text FROM citoyen.usage u").query(String.class).list();
        assertThat(rows).isNotEmpty().noneMatch(it -> it.contains("personnel"));
    }
}
