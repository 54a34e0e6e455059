package fr.socle.pieces.web;

import fr.socle.journal.Journal;
import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.trace.PieceRefusee;
import fr.socle.ui.access.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes down which agents asked for a piece that is not for them. One who asks again writes no
 * second line within the hour, so that a loop does not fill the journal.
 */
@Component
class Refusals {

    private static final Duration ONCE_IN = Duration.ofHours(1);

    /** Pairs remembered; beyond it the oldest may be written again. */
    private static final int MOST = 10_000;

    private record Asked(UUID agent, PieceId piece) {}

    private final Journal journal;
    private final Clock clock;
    private final SequencedMap<Asked, Instant> written = new LinkedHashMap<>();

    Refusals(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Durable before the refusal is told. Of those who are no agents nothing is written. */
    void note(Visitor visitor, Piece piece) {
        if (visitor instanceof Visitor.Agent agent) {
            var asked = new Asked(agent.agent(), piece.id());
            if (!isWritten(asked)) {
                journal.appendAlone(new PieceRefusee(piece.id(), piece.owner(), agent));
                remember(asked);
            }
        }
    }

    private synchronized boolean isWritten(Asked asked) {
        var before = written.get(asked);
        return before != null && before.plus(ONCE_IN).isAfter(clock.instant());
    }

    private synchronized void remember(Asked asked) {
        written.remove(asked);
        if (written.size() >= MOST) {
            written.pollFirstEntry();
        }
        written.put(asked, clock.instant());
    }
}
