package fr.socle.directory;

import fr.socle.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The journal, the news for other blocks and the time, which acts need. */
@Component
record Written(Journal journal, ApplicationEventPublisher events, Clock clock) {

    Instant now() {
        return clock.instant();
    }
}
