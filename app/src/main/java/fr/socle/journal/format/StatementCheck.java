package fr.socle.journal.format;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Receipt.Disclosure;
import fr.socle.journal.format.StatementVerdict.Fault;
import java.io.IOException;
import java.io.InputStream;
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
            VerifierKey log, Set<VerifierKey> witnesses, int minimum, @Nullable MapLeaf earlier) {
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
            return new StatementVerdict.False(refused.fault());
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
        var walk = new StatementWalk(header, checkpoint, claim, earlier);
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
                walk.gone(),
                walk.oldest(),
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

    static boolean inLog(LogEntry entry, long index, List<Hash> path, Checkpoint checkpoint) {
        return Merkle.rootOf(entry.leaf(), index, checkpoint.size(), path)
                .equals(checkpoint.root());
    }
}
