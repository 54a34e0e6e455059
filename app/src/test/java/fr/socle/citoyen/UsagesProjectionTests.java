package fr.socle.citoyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.Neighbours;
import fr.socle.citoyen.usages.Family;
import fr.socle.citoyen.usages.Place;
import fr.socle.citoyen.usages.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
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
    void whatALineIsContestedByIsNotedWithItSoThatAClosedLogTakesNothingAway() {
        var consumer = UUID.randomUUID();
        written(Line.obtained(person, consumer.toString(), "quotient-familial"));
        written(Line.obtained(person, "personne", "quotient-familial"));
        written(Line.refused(person, "Ville d’Essai"));
        var places = usages().stream().map(Usage::place).toList();
        assertThat(usages.exchange(person, places.get(0))).as("a refusal").isEmpty();
        assertThat(usages.exchange(person, places.get(1))).as("to whom is not said").isEmpty();
        var granted = usages.exchange(person, places.get(2)).orElseThrow();
        assertThat(granted.consumer()).isEqualTo(consumer);
        assertThat(granted.dataSet()).isEqualTo("quotient-familial");
        assertThat(usages.exchange(Neighbours.person(stranger), places.get(2)))
                .as("another person's")
                .isEmpty();
        db.sql("UPDATE citoyen.usage SET log = 9 WHERE person = :person AND index = :index")
                .param("person", person.value())
                .param("index", places.get(2).index())
                .update();
        assertThat(usages.exchange(person, new Place(9, places.get(2).index()))).contains(granted);
    }

    @Test
    void theListItselfHoldsNothingOfWhatWasSaid() {
        written(Line.exchange(person, "Ville d’Essai", "motif très personnel"));
        var rows = db.sql("SELECT u::text FROM citoyen.usage u").query(String.class).list();
        assertThat(rows).isNotEmpty().noneMatch(it -> it.contains("personnel"));
    }
}
