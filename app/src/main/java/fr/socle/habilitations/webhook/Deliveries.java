package fr.socle.habilitations.webhook;

import fr.socle.habilitations.store.DeliveryStore;
import fr.socle.habilitations.store.DeliveryStore.Due;
import fr.socle.habilitations.webhook.Delivery.Attempt;
import fr.socle.house.Keyring;
import fr.socle.house.OutsideHttp;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Delivers what programs are told, at least once. Every node sends what is due, with nothing of the
 * database held meanwhile; one slow program delays no other. What nobody hears for a day is given
 * up, and stands in the history to be sent again.
 */
@Component
class Deliveries {

    static final String SEAL = "habilitations.webhook-secret";

    /** How long to wait after each attempt that failed; after the last one it is given up. */
    static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(6),
                    Duration.ofHours(18));

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Set<Integer> HEARD = Set.of(200, 201, 202, 204);

    /** Longer than any call, so that no two nodes send the same one at once. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int AT_ONCE = 50;

    /** Of an answer, of which nothing but the status is read. */
    private static final int LARGEST = 64 * 1024;

    private final DeliveryStore store;
    private final OutsideHttp http;
    private final Keyring keyring;
    private final Clock clock;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Deliveries(DeliveryStore store, OutsideHttp http, Keyring keyring, Clock clock) {
        this.store = store;
        this.http = http;
        this.keyring = keyring;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT3S")
    void round() {
        try {
            var now = clock.instant();
            var free = room.availablePermits();
            if (free > 0) {
                store.take(now, now.plus(LEASE), free).forEach(this::start);
            }
        } catch (DataAccessException unavailable) {
            LOG.warn("webhooks wait for the database");
        }
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT15M")
    void purge() {
        store.purge(clock.instant().minus(KEPT));
    }

    private void start(Due due) {
        room.acquireUninterruptibly();
        Thread.startVirtualThread(
                () -> {
                    try {
                        deliver(due);
                    } catch (DataAccessException unavailable) {
                        LOG.warn("webhooks wait for the database");
                    } finally {
                        room.release();
                    }
                });
    }

    private void deliver(Due due) {
        var attempt = attempt(due);
        store.tried(due.id(), attempt);
        if (attempt.fault().isEmpty()) {
            store.settle(due.id(), "livree", attempt.at());
        } else if (due.attempts() > WAITS.size()) {
            store.settle(due.id(), "abandonnee", attempt.at());
        } else {
            var wait = WAITS.get(due.attempts() - 1);
            store.settle(due.id(), "en-attente", attempt.at().plus(wait));
        }
    }

    private Attempt attempt(Due due) {
        try {
            int status =
                    http.post(due.url(), headers(due), "application/json", due.body(), LARGEST)
                            .status();
            return new Attempt(clock.instant(), status, HEARD.contains(status) ? "" : "statut");
        } catch (IOException away) {
            return new Attempt(clock.instant(), null, why(away));
        }
    }

    private static String why(IOException away) {
        if (away instanceof SocketTimeoutException) {
            return "trop-lent";
        }
        var led = String.valueOf(away.getMessage()).contains(OutsideHttp.INSIDE);
        return led ? "adresse-interne" : "injoignable";
    }

    private Map<String, String> headers(Due due) {
        var at = clock.instant().getEpochSecond();
        var key = keyring.open(SEAL, due.sealedSecret());
        var id = due.id().toString();
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(at),
                "webhook-signature", Signature.of(key, id, at, due.body()));
    }
}
