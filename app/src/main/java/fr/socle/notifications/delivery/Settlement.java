package fr.socle.notifications.delivery;

import fr.socle.notifications.LetterEvent;
import fr.socle.notifications.outbox.Failure;
import fr.socle.notifications.outbox.Lease;
import fr.socle.notifications.outbox.Letter;
import fr.socle.notifications.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes how an attempt ended. Logs and numbers name the letter's id and category, and nobody. */
@Component
public class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Outbox outbox;
    private final BackOff backOff;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Clock clock;

    public Settlement(
            Outbox outbox,
            BackOff backOff,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            Clock clock) {
        this.outbox = outbox;
        this.backOff = backOff;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * @param letter as it was when the attempt began, that attempt counted
     */
    @Transactional
    public void settle(Letter letter, Lease lease, Delivery delivery) {
        switch (delivery) {
            case Delivery.Accepted _ -> {
                outbox.sent(letter.id(), lease, clock.instant());
                count(letter, "sent");
            }
            case Delivery.Kept _ -> {
                outbox.kept(letter.id(), lease, clock.instant());
                count(letter, "kept");
            }
            case Delivery.Deferred(var why) -> defer(letter, lease, why);
            case Delivery.Refused(var why) -> bury(letter, lease, why);
        }
    }

    private void defer(Letter letter, Lease lease, Failure why) {
        var wait = backOff.after(letter.attempts());
        if (wait.isEmpty()) {
            bury(letter, lease, why);
            return;
        }
        outbox.defer(letter.id(), lease, clock.instant().plus(wait.get()), why);
        count(letter, "deferred");
        LOG.info("{} is tried again later: {}", letter, why.cause().word());
    }

    private void bury(Letter letter, Lease lease, Failure why) {
        if (outbox.bury(letter.id(), lease, clock.instant(), why)) {
            var failure = why.cause().word();
            events.publishEvent(
                    new LetterEvent.Undelivered(letter.id(), letter.category(), failure));
            count(letter, "undelivered");
            LOG.warn("{} could not be delivered: {}", letter, failure);
        }
    }

    private void count(Letter letter, String outcome) {
        meters.counter(
                        "socle.notifications.attempts",
                        "category",
                        letter.category(),
                        "outcome",
                        outcome)
                .increment();
    }
}
