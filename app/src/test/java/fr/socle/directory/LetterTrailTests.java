package fr.socle.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.directory.trail.AccessAct;
import fr.socle.notifications.LetterEvent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What is decided about undelivered letters is in the journal, exactly when it was decided. */
@NullMarked
class LetterTrailTests extends DirectoryTest {

    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;

    @Test
    void whoDecidedStandsInTheJournalOnceItIsCommitted() {
        var agent = agent("Agent Facteur (essai)", organisation("Commune du courriel"));
        var program =
                tokens.create(
                        SOMEONE,
                        new ApiTokenDraft(
                                "renvois",
                                List.of("notifications.administrer"),
                                Duration.ofHours(1)));
        transaction.executeWithoutResult(
                it -> {
                    events.publishEvent(dropped(agent.id().value(), "essai.annule"));
                    it.setRollbackOnly();
                });
        transaction.executeWithoutResult(
                _ -> {
                    events.publishEvent(dropped(agent.id().value(), "essai.abandon"));
                    events.publishEvent(
                            new LetterEvent.Resent(
                                    UUID.randomUUID(), "essai.renvoi", program.token().id()));
                });
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(lines())
                                        .contains(
                                                "directory.lettre-abandonnee essai.abandon agent",
                                                "directory.lettre-renvoyee essai.renvoi jeton"));
        assertThat(lines()).noneMatch(it -> it.contains("essai.annule"));
    }

    private List<String> lines() {
        return db.sql(
                        """
                        SELECT kind || ' ' || detail || ' ' || actor_kind AS line FROM directory.trail
                         WHERE organisation = :organisation
                        """)
                .param("organisation", AccessAct.PLATFORM.value())
                .query((row, _) -> row.getString("line"))
                .list();
    }

    private static LetterEvent dropped(UUID agent, String category) {
        return new LetterEvent.Dropped(UUID.randomUUID(), category, agent);
    }
}
