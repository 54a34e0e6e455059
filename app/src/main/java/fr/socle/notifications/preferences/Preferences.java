package fr.socle.notifications.preferences;

import fr.socle.notifications.Category;
import fr.socle.notifications.outbox.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people chose to receive. */
@Repository
public class Preferences {

    private final JdbcClient db;
    private final Clock clock;

    public Preferences(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What holds for this person and category: at once, unless they chose otherwise and may. */
    public Choice of(UUID recipient, Category category) {
        return category.mandatory()
                ? Choice.IMMEDIATE
                : all(recipient).getOrDefault(category.code(), Choice.IMMEDIATE);
    }

    /** Choices by category code; a category without one is sent at once. */
    public Map<String, Choice> all(UUID recipient) {
        var choices = new HashMap<String, Choice>();
        db.sql("SELECT category, choice FROM notifications.preference WHERE recipient = :recipient")
                .param("recipient", recipient)
                .query(
                        row -> {
                            choices.put(
                                    row.getString("category"),
                                    Choice.parse(row.getString("choice")).orThrow());
                        });
        return choices;
    }

    /**
     * Notes choices, by category. It holds for what already waits: what is refused now is dropped,
     * what is wanted at once no longer waits for the evening.
     */
    @Transactional
    public void choose(UUID recipient, Map<Category, Choice> choices) {
        var now = clock.instant();
        choices.forEach(
                (category, choice) -> {
                    if (!category.mandatory()) {
                        note(recipient, category, choice, now);
                        apply(recipient, category, choice, now);
                    }
                });
    }

    private void note(UUID recipient, Category category, Choice choice, Instant now) {
        db.sql(
                        """
                        INSERT INTO notifications.preference (recipient, category, choice, changed_at)
                        VALUES (:recipient, :category, :choice, :now)
                        ON CONFLICT (recipient, category) DO UPDATE SET choice = :choice, changed_at = :now
                        """)
                .param("recipient", recipient)
                .param("category", category.code())
                .param("choice", choice.word())
                .param("now", Sql.at(now))
                .update();
    }

    private void apply(UUID recipient, Category category, Choice choice, Instant now) {
        switch (choice) {
            case IMMEDIATE -> hasten(recipient, category, now);
            case DAILY -> {}
            case NEVER -> drop(recipient, category, now);
        }
    }

    private void hasten(UUID recipient, Category category, Instant now) {
        db.sql(
                        """
                        UPDATE notifications.digest_item SET due_at = :now
                        WHERE recipient = :recipient AND category = :category AND due_at > :now
                        """)
                .param("recipient", recipient)
                .param("category", category.code())
                .param("now", Sql.at(now))
                .update();
    }

    private void drop(UUID recipient, Category category, Instant now) {
        db.sql(
                        """
                        WITH items AS (
                            DELETE FROM notifications.digest_item
                            WHERE recipient = :recipient AND category = :category)
                        UPDATE notifications.outbox
                        SET state = 'dropped', finished_at = :now, lease = NULL, leased_until = NULL
                        WHERE recipient = :recipient AND category = :category AND state = 'waiting'
                        """)
                .param("recipient", recipient)
                .param("category", category.code())
                .param("now", Sql.at(now))
                .update();
    }
}
