package fr.socle.notifications.delivery;

import fr.socle.notifications.outbox.Lease;
import fr.socle.notifications.outbox.Letter;
import fr.socle.notifications.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Delivers what is due. Every node has one. It takes a batch with a lease, and holds no
 * transaction, lock or connection while it talks to the mail server; if the node dies, the lease
 * runs out and another takes over.
 */
@Component
public class Sender {

    /** Longer than {@link #ATTEMPT}, so that nobody takes a letter that is being handed over. */
    static final Duration LEASE = Duration.ofMinutes(5);

    /** No conversation about one letter lasts longer. */
    public static final Duration ATTEMPT = Duration.ofMinutes(2);

    private static final int BATCH = 20;

    private final Outbox outbox;
    private final Post post;
    private final Settlement settlement;
    private final Clock clock;

    public Sender(Outbox outbox, Post post, Settlement settlement, Clock clock) {
        this.outbox = outbox;
        this.post = post;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** Tries everything that is due now, and says how many letters it tried. */
    public int sendDue() {
        return post.open()
                .map(
                        conversation -> {
                            try (conversation) {
                                return sendAll(conversation);
                            }
                        })
                .orElse(0);
    }

    private int sendAll(Post.Conversation conversation) {
        var tried = 0;
        while (!Thread.currentThread().isInterrupted()) {
            var lease = lease(UUID.randomUUID());
            var batch = outbox.take(lease, clock.instant(), BATCH);
            if (batch.isEmpty()) {
                break;
            }
            for (var letter : batch) {
                tried += sendOne(conversation, letter, lease.holder()) ? 1 : 0;
            }
        }
        return tried;
    }

    /** False when another node holds the letter by now: this one was too slow. */
    private boolean sendOne(Post.Conversation conversation, Letter letter, UUID holder) {
        var lease = lease(holder);
        if (!outbox.attempt(letter.id(), lease)) {
            return false;
        }
        settlement.settle(letter.tried(), lease, conversation.deliver(letter));
        return true;
    }

    private Lease lease(UUID holder) {
        return new Lease(holder, clock.instant().plus(LEASE));
    }
}
