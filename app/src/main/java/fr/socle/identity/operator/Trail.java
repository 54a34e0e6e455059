package fr.socle.identity.operator;

import fr.socle.directory.Actor;
import fr.socle.identity.operator.OperatorAct.Deed;
import fr.socle.identity.operator.OperatorAct.Fait;
import fr.socle.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Writes what operators do in the journal, and tells the time of it. */
@Component
class Trail {

    private final Journal journal;
    private final Clock clock;

    Trail(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** In the caller's transaction: the act and its entry are durable together. */
    void did(Actor actor, Deed deed, String about, String detail) {
        journal.append(new Fait(actor, deed, about, detail));
    }

    void did(OperatorAct act) {
        journal.append(act);
    }

    /** By itself: what is only read changes nothing that could carry it. */
    void saw(OperatorAct act) {
        journal.appendAlone(act);
    }
}
