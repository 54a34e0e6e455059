package fr.socle.habilitations.webhook;

import fr.socle.habilitations.store.DeliveryStore;
import fr.socle.habilitations.store.DeliveryStore.Due;
import fr.socle.habilitations.webhook.Delivery.Attempt;
import fr.socle.house.Keyring;
import fr.socle.house.LeasedRounds;
import fr.socle.house.OutsideHttp;
import fr.socle.house.Waits;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Delivers what programs are told, at least once. What nobody hears for a day is given up, and
 * stands in the history to be sent again.
 */
@Component
class Deliveries {

    static final String SEAL = "habilitations.webhook-secret";

    private static final Set<Integer> HEARD = Set.of(200, 201, 202, 204);

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int AT_ONCE = 50;

    /** Of an answer, of which nothing but the status is read. */
    private static final int LARGEST = 64 * 1024;

    private final DeliveryStore store;
    private final OutsideHttp http;
    private final Keyring keyring;
    private final Clock clock;
    private final LeasedRounds<Due> rounds;

    Deliveries(DeliveryStore store, OutsideHttp http, Keyring keyring, Clock clock) {
        this.store = store;
        this.http = http;
        this.keyring = keyring;
        this.clock = clock;
        this.rounds = new LeasedRounds<>("webhooks", AT_ONCE, clock, store::take, this::deliver);
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT3S")
    void round() {
        rounds.run();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT15M")
    void purge() {
        store.purge(clock.instant().minus(KEPT));
    }

    private void deliver(Due due) {
        var attempt = attempt(due);
        store.tried(due.id(), attempt);
        if (attempt.fault().isEmpty()) {
            store.settle(due.id(), "livree", attempt.at());
        } else {
            Waits.after(due.attempts())
                    .ifPresentOrElse(
                            wait -> store.settle(due.id(), "en-attente", attempt.at().plus(wait)),
                            () -> store.settle(due.id(), "abandonnee", attempt.at()));
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
