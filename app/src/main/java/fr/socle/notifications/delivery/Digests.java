package fr.socle.notifications.delivery;

import fr.socle.notifications.Category;
import fr.socle.notifications.letter.LetterWriter;
import fr.socle.notifications.outbox.DigestItems;
import fr.socle.notifications.outbox.Letter;
import fr.socle.notifications.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts what people want once a day into one letter each. */
@Component
public class Digests {

    private static final int BATCH = 100;

    private final DigestItems items;
    private final Outbox outbox;
    private final LetterWriter writer;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Digests(
            DigestItems items,
            Outbox outbox,
            LetterWriter writer,
            TransactionTemplate transaction,
            Clock clock) {
        this.items = items;
        this.outbox = outbox;
        this.writer = writer;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Writes the letters of all for whom something is due, one short transaction per person. */
    public void compose() {
        var now = clock.instant();
        var people = items.recipientsDue(now, BATCH);
        while (!people.isEmpty()) {
            people.forEach(
                    person -> transaction.executeWithoutResult(_ -> composeFor(person, now)));
            people = items.recipientsDue(now, BATCH);
        }
    }

    private void composeFor(UUID person, Instant now) {
        var due = items.takeOut(person, now);
        if (due.isEmpty()) {
            return;
        }
        var to = due.getLast().recipient();
        var written = writer.digest(due.stream().map(DigestItems.Item::said).toList(), to);
        outbox.write(Letter.of(UUID.randomUUID(), to, Category.DIGEST, written), now);
    }
}
