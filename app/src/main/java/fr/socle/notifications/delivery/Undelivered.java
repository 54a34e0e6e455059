package fr.socle.notifications.delivery;

import fr.socle.notifications.LetterEvent;
import fr.socle.notifications.outbox.DeadLetters;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an agent may do with letters that could not be delivered. Each act is announced. */
@Service
public class Undelivered {

    private final DeadLetters letters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public Undelivered(DeadLetters letters, ApplicationEventPublisher events, Clock clock) {
        this.letters = letters;
        this.events = events;
        this.clock = clock;
    }

    /** False when somebody else was faster, or there is no such letter. */
    @Transactional
    public boolean resend(UUID letter, UUID agent) {
        var category = letters.revive(letter, clock.instant());
        category.ifPresent(it -> events.publishEvent(new LetterEvent.Resent(letter, it, agent)));
        return category.isPresent();
    }

    /** False when somebody else was faster, or there is no such letter. */
    @Transactional
    public boolean drop(UUID letter, UUID agent) {
        var category = letters.drop(letter, clock.instant());
        category.ifPresent(it -> events.publishEvent(new LetterEvent.Dropped(letter, it, agent)));
        return category.isPresent();
    }
}
