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

    /** What the choices were when they last changed, in microseconds; 0 before the first. */
    public long version(UUID recipient) {
        return db.sql(
                        """
                        SELECT coalesce(max(extract(epoch FROM changed_at) * 1000000), 0)::bigint
                          FROM notifications.preference WHERE recipient = :recipient
                        """)
                .param("recipient", recipient)
                .query(Long.class)
                .single();
    }

    /**
     * As {@link #choose(UUID, Map)}, unless something was chosen since this version: a letter's
     * link may have refused what a page that stayed open would ask for again.
     *
     * @return whether it was noted
     */
    @Transactional
    public boolean choose(UUID recipient, Map<Category, Choice> choices, long version) {
        lock(recipient);
        if (version(recipient) != version) {
            return false;
        }
        choose(recipient, choices);
        return true;
    }

    /** Of one person's choices, also of the first: until the transaction ends. */
    private void lock(UUID recipient) {
        db.sql(
                        "SELECT pg_advisory_xact_lock(hashtextextended('notifications.preference' || :recipient, 0))")
                .param("recipient", recipient.toString())
                .query((_, _) -> true)
                .list();
    }

    /**
     * Notes choices, by category. It holds for what already waits: what is refused now is dropped,
     * what is wanted at once no longer waits for the evening.
     */
    @Transactional
    public void choose(UUID recipient, Map<Category, Choice> choices) {
        lock(recipient);
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
