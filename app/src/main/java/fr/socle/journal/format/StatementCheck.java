package fr.socle.journal.format;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Receipt.Disclosure;
import fr.socle.journal.format.StatementVerdict.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a statement with nothing but keys, in one pass and in little memory: the signed state, the
 * map in the log, the person in the map, and each of their lines, up to the last, in the log and
 * tied to the one before.
 */
public final class StatementCheck {

    private final VerifierKey log;
    private final Set<VerifierKey> witnesses;
    private final int minimum;
    private final @Nullable MapLeaf earlier;

    private StatementCheck(
            VerifierKey log,
            Set<VerifierKey> witnesses,
            int minimum,
            @Nullable MapLeaf earlier) {
        this.log = log;
        this.witnesses = witnesses;
        this.minimum = minimum;
        this.earlier = earlier;
    }

    /**
     * @param log the key of the log that the reader trusts
     * @param witnesses the witnesses that he trusts
     * @param minimum how many of them must have cosigned
     */
    public static StatementVerdict of(
            InputStream statement, VerifierKey log, Set<VerifierKey> witnesses, int minimum)
            throws IOException {
        return new StatementCheck(log, witnesses, minimum, null).check(statement);
    }

    /**
     * The same, and that it continues a statement that the reader kept.
     *
     * @param earlier an older statement of the same person
     */
    public static StatementVerdict of(
            InputStream statement,
            InputStream earlier,
            VerifierKey log,
            Set<VerifierKey> witnesses,
            int minimum)
            throws IOException {
        var kept = new StatementCheck(log, Set.of(), 0, null).kept(earlier);
        return kept.isEmpty()
                ? new StatementVerdict.False(new Fault.EarlierUnusable())
                : new StatementCheck(log, witnesses, minimum, kept.get()).check(statement);
    }

    private Optional<MapLeaf> kept(InputStream statement) throws IOException {
        try {
            var header = new StatementReader(statement).header();
            inMap(header, mapIn(header, signed(header)));
            return Optional.of(header.leaf());
        } catch (Refused | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private StatementVerdict check(InputStream statement) throws IOException {
        try {
            return holds(new StatementReader(statement));
        } catch (Refused refused) {
            return new StatementVerdict.False(refused.fault);
        } catch (IllegalArgumentException _) {
            return new StatementVerdict.False(new Fault.NotAStatement());
        }
    }

    private StatementVerdict holds(StatementReader reader) throws IOException {
        var header = reader.header();
        var checkpoint = signed(header);
        var seen =
                Cosigners.of(header.note(), header.witnesses(), checkpoint, log)
                        .orElseThrow(() -> new Refused(new Fault.FalseCosignature()));
        var claim = mapIn(header, checkpoint);
        inMap(header, claim);
        samePerson(header.leaf());
        var walk = new Walk(header, checkpoint, claim);
        for (var line = reader.next(); line.isPresent(); line = reader.next()) {
            walk.add(line.get());
        }
        walk.finish();
        var trusted = seen.stream().filter(it -> witnesses.contains(it.witness())).toList();
        return new StatementVerdict.Holds(
                checkpoint,
                claim,
                header.first(),
                header.leaf().n(),
                walk.gone,
                walk.oldest,
                compared(header),
                trusted,
                seen.size() - trusted.size(),
                trusted.size() >= minimum);
    }

    private Checkpoint signed(StatementHeader header) {
        var checkpoint = Checkpoint.parse(header.note().text());
        if (!header.note().signedBy(log)) {
            throw new Refused(new Fault.NotSigned(log.name()));
        }
        if (!checkpoint.origin().equals(log.name())) {
            throw new Refused(new Fault.OtherLog(checkpoint.origin()));
        }
        return checkpoint;
    }

    private static MapClaim mapIn(StatementHeader header, Checkpoint checkpoint) {
        var commitments = header.mapParts().stream().map(Disclosure::commitment).toList();
        var entry = new LogEntry(LogEntry.commit(commitments), header.map().link());
        if (!inLog(entry, header.map().index(), header.map().path(), checkpoint)) {
            throw new Refused(new Fault.NoMap());
        }
        if (header.mapParts().size() != 1
                || !(header.mapParts().getFirst() instanceof Disclosure.Open(_, var content))) {
            throw new Refused(new Fault.NoMap());
        }
        var claim = MapClaim.of(CanonicalJson.read(content));
        if (!claim.origin().equals(checkpoint.origin())) {
            throw new Refused(new Fault.OtherLog(claim.origin()));
        }
        return claim;
    }

    private static void inMap(StatementHeader header, MapClaim claim) {
        if (!PersonMap.rootOf(header.leaf(), header.path()).equals(claim.root())) {
            throw new Refused(new Fault.NotInMap());
        }
    }

    private void samePerson(MapLeaf now) {
        if (earlier == null) {
            return;
        }
        if (!earlier.key().equals(now.key())) {
            throw new Refused(new Fault.EarlierUnusable());
        }
        if (earlier.n() > now.n()) {
            throw new Refused(new Fault.FewerThanBefore(earlier.n(), now.n()));
        }
    }

    private long compared(StatementHeader now) {
        return earlier == null || earlier.n() < now.first() && earlier.n() < now.leaf().n()
                ? 0
                : earlier.n();
    }

    private static boolean inLog(
            LogEntry entry, long index, List<Hash> path, Checkpoint checkpoint) {
        return Merkle.rootOf(entry.leaf(), index, checkpoint.size(), path)
                .equals(checkpoint.root());
    }

    /** From the first line that is kept to the last: each is tied to the one before. */
    private final class Walk {

        private final StatementHeader header;
        private final Checkpoint checkpoint;
        private final MapClaim claim;
        private long next;
        private long index;
        private @Nullable LogEntry before;
        private long gone;
        private @Nullable Instant oldest;

        Walk(StatementHeader header, Checkpoint checkpoint, MapClaim claim) {
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
                    || !inLog(entry, line.index(), line.path(), checkpoint)) {
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
            if (earlier != null
                    && earlier.n() == last.n()
                    && !earlier.entry().equals(last.entry())) {
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

    /** Why the check ends here. */
    private static final class Refused extends RuntimeException {
        private final transient Fault fault;

        Refused(Fault fault) {
            this.fault = fault;
        }
    }
}
