package fr.socle.journal.format;

import fr.socle.journal.format.Receipt.Disclosure;
import fr.socle.journal.format.StatementVerdict.Fault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the first line that is kept to the last: each is tied to the one before. */
final class StatementWalk {

    private final StatementHeader header;
    private final Checkpoint checkpoint;
    private final MapClaim claim;
    private final @Nullable MapLeaf earlier;
    private long next;
    private long index;
    private @Nullable LogEntry before;
    private long gone;
    private @Nullable Instant oldest;

    StatementWalk(
            StatementHeader header,
            Checkpoint checkpoint,
            MapClaim claim,
            @Nullable MapLeaf earlier) {
        this.earlier = earlier;
        this.header = header;
        this.checkpoint = checkpoint;
        this.claim = claim;
        this.next = header.first();
        this.index = claim.linkedFrom() - 1;
        if (next < 1 || next > header.leaf().n() + 1) {
            throw new IllegalArgumentException("no first line " + next);
        }
    }

    void add(StatementLine line) {
        if (line.n() != next || next > header.leaf().n()) {
            throw new Refused(new Fault.LineMissing(next));
        }
        var entry = line.entry(tiedTo(line));
        if (line.index() <= index
                || line.index() >= claim.size()
                || !StatementCheck.inLog(entry, line.index(), line.path(), checkpoint)) {
            throw new Refused(new Fault.LineNotInLog(line.n(), line.index()));
        }
        if (earlier != null && earlier.n() == line.n() && !earlier.entry().equals(entry)) {
            throw new Refused(new Fault.OtherThanBefore(line.n()));
        }
        note(line);
        before = entry;
        index = line.index();
        next++;
    }

    void finish() {
        var last = header.leaf();
        if (next != last.n() + 1) {
            throw new Refused(new Fault.LineMissing(next));
        }
        if (before != null && !before.equals(last.entry())) {
            throw new Refused(new Fault.LineMissing(last.n()));
        }
        if (earlier != null && earlier.n() == last.n() && !earlier.entry().equals(last.entry())) {
            throw new Refused(new Fault.OtherThanBefore(last.n()));
        }
    }

    /** Only the link of a first line whose predecessor is gone may stay closed. */
    private byte[] tiedTo(StatementLine line) {
        var closed = line.tie() instanceof StatementLine.Tie.Closed;
        if (closed != (before == null && line.n() > 1)) {
            throw new IllegalArgumentException("a link is open or closed where it should not");
        }
        return before == null ? Link.beforeTheFirst() : before.bytes();
    }

    private void note(StatementLine line) {
        switch (line.content()) {
            case StatementLine.Content.Gone _ -> gone++;
            case StatementLine.Content.Parts(var parts) -> {
                if (oldest == null) {
                    oldest = writtenAt(parts);
                }
            }
        }
    }

    /** How many lines have lost their content. */
    long gone() {
        return gone;
    }

    /** When the first line that still tells its time was written. */
    @Nullable Instant oldest() {
        return oldest;
    }

    private static @Nullable Instant writtenAt(List<Disclosure> parts) {
        for (var part : parts) {
            if (part instanceof Disclosure.Open(_, var content)
                    && CanonicalJson.read(content).get("@date") instanceof String at) {
                return MapClaim.instant(at);
            }
        }
        return null;
    }
}
