package fr.socle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.socle.PostgresTest;
import fr.socle.kernel.PersonRef;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgresTest
class JournalTests {

    @Autowired Journal journal;

    @Autowired PlatformTransactionManager transactions;

    private final PersonRef someone = new PersonRef(UUID.randomUUID());

    @Test
    void whatIsWrittenAloneGetsAnIndexWithinASecond() {
        var written = journal.appendAlone(Essai.erasable(someone, "connexion"));
        var entry = integrated(written);
        var content = entry.content().orElseThrow();
        assertThat(content.kind()).isEqualTo("journal.essai");
        assertThat(content.readBy(Audience.PERSONNE)).isEqualTo(Map.of("quoi", "connexion"));
        assertThat(content.readBy(Audience.AUDITEUR)).isEqualTo(Map.of("acte", "essai"));
    }

    @Test
    void whatIsWrittenInATransactionIsThereExactlyWhenItCommits() {
        var transaction = new TransactionTemplate(transactions);
        var rolledBack =
                transaction.execute(
                        status -> {
                            status.setRollbackOnly();
                            return journal.append(Essai.erasable(someone, "jamais"));
                        });
        var committed =
                transaction.execute(_ -> journal.append(Essai.erasable(someone, "toujours")));
        assertThat(integrated(committed).content()).isPresent();
        assertThat(journal.find(rolledBack.id())).isEmpty();
    }

    /** The first line about somebody makes their keys; others write about them meanwhile. */
    @Test
    void anOpenTransactionAboutANewPersonHoldsUpNobody() {
        var fresh = new PersonRef(UUID.randomUUID());
        var alone =
                new TransactionTemplate(transactions)
                        .execute(
                                held -> {
                                    journal.append(Essai.erasable(fresh, "gardé ouvert"));
                                    held.setRollbackOnly();
                                    return CompletableFuture.supplyAsync(
                                                    () ->
                                                            journal.appendAlone(
                                                                    Essai.erasable(fresh, "seul")))
                                            .orTimeout(5, TimeUnit.SECONDS)
                                            .join();
                                });
        assertThat(readByPerson(integrated(alone))).containsEntry("quoi", "seul");
    }

    @Test
    void readingAgainAndAgainKeepsNoConnection() {
        var entry = integrated(journal.appendAlone(Essai.erasable(someone, "relu")));
        for (int i = 0; i < 50; i++) {
            assertThat(journal.at(entry.index())).isPresent();
        }
    }

    @Test
    void appendOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> journal.append(Essai.erasable(someone, "seul")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aRollbackDoesNotRemoveWhatWasWrittenAlone() {
        var refused =
                new TransactionTemplate(transactions)
                        .execute(
                                status -> {
                                    status.setRollbackOnly();
                                    return journal.appendAlone(Essai.erasable(someone, "refus"));
                                });
        assertThat(integrated(refused).content()).isPresent();
    }

    @Test
    void anErasedEntryKeepsItsPlaceAndLosesItsParts() {
        var entry = integrated(journal.appendAlone(Essai.erasable(someone, "à effacer")));
        assertThat(journal.erase(entry.index(), "demande de la personne")).isTrue();
        assertThat(journal.erase(entry.index(), "encore")).isFalse();
        assertThat(journal.at(entry.index()).orElseThrow().content()).isEmpty();
    }

    @Test
    void erasingAPersonClosesTheirPartsAndLeavesTheStatutoryOnes() {
        var erased = new PersonRef(UUID.randomUUID());
        var free = integrated(journal.appendAlone(Essai.erasable(erased, "libre")));
        var statutory =
                integrated(journal.appendAlone(new Essai(erased, "imposé", Essai.STATUTORY)));
        assertThat(journal.erasePerson(erased, "demande de la personne")).isTrue();
        assertThat(readByPerson(free)).isEmpty();
        assertThat(readByPerson(statutory)).containsEntry("quoi", "imposé");
        assertThat(
                        journal.at(free.index())
                                .orElseThrow()
                                .content()
                                .orElseThrow()
                                .readBy(Audience.AUDITEUR))
                .containsEntry("acte", "essai");
    }

    private Map<String, Object> readByPerson(LoggedEntry entry) {
        return journal.at(entry.index())
                .orElseThrow()
                .content()
                .orElseThrow()
                .readBy(Audience.PERSONNE);
    }

    private LoggedEntry integrated(Reference reference) {
        return await().atMost(Duration.ofSeconds(1))
                .until(() -> journal.find(reference.id()), it -> it.isPresent())
                .orElseThrow();
    }
}
