package fr.socle.directory;

import fr.socle.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The journal and the time, which every act needs. */
@Component
record Written(Journal journal, Clock clock) {

    Instant now() {
        return clock.instant();
    }
}
