package fr.socle.notifications.delivery;

import fr.socle.notifications.outbox.Oblivion;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What every node does again and again. Doing it on several nodes at once changes nothing. */
@Component
class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Sender sender;
    private final Digests digests;
    private final Oblivion oblivion;
    private final Clock clock;

    Rounds(Sender sender, Digests digests, Oblivion oblivion, Clock clock) {
        this.sender = sender;
        this.digests = digests;
        this.oblivion = oblivion;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void send() {
        patiently("send", sender::sendDue);
    }

    @Scheduled(fixedDelayString = "PT1M")
    void compose() {
        patiently("compose", digests::compose);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void purge() {
        patiently(
                "purge",
                () -> {
                    var more = true;
                    while (more) {
                        more = oblivion.purge(clock.instant());
                    }
                });
    }

    /** Without database there is nothing to do but come back; readiness already says it. */
    private static void patiently(String round, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException unavailable) {
            LOG.warn("notifications: {} waits for the database", round);
        }
    }
}
