package fr.socle.journal.witness;

import fr.socle.house.DataFolder;
import fr.socle.journal.Hash;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.NoteSigner;
import fr.socle.journal.format.SignedNote;
import fr.socle.journal.format.VerifierKey;
import fr.socle.journal.witness.WitnessAnswer.BadProof;
import fr.socle.journal.witness.WitnessAnswer.Conflict;
import fr.socle.journal.witness.WitnessAnswer.Cosigned;
import fr.socle.journal.witness.WitnessAnswer.Malformed;
import fr.socle.journal.witness.WitnessAnswer.NotSigned;
import fr.socle.journal.witness.WitnessAnswer.UnknownLog;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Cosigns a checkpoint when it continues the last one that it cosigned of that log, and remembers
 * it durably before it answers (c2sp.org/tlog-witness).
 */
public final class Witness {

    private static final String KEY_FILE = "cle";

    private final NoteSigner signer;
    private final Map<String, VerifierKey> logs;
    private final DataFolder folder;
    private final Clock clock;

    private Witness(
            NoteSigner signer, Map<String, VerifierKey> logs, DataFolder folder, Clock clock) {
        this.signer = signer;
        this.logs = logs;
        this.folder = folder;
        this.clock = clock;
    }

    /** A witness whose key and memory lie in this folder; the key is made at the first opening. */
    public static Witness open(
            String name, List<VerifierKey> logs, DataFolder folder, Clock clock) {
        var signer =
                folder.read(KEY_FILE)
                        .map(it -> stored(name, it))
                        .orElseGet(() -> fresh(name, folder));
        var byOrigin = logs.stream().collect(Collectors.toMap(VerifierKey::name, it -> it));
        return new Witness(signer, Map.copyOf(byOrigin), folder, clock);
    }

    public VerifierKey key() {
        return signer.verifier();
    }

    /**
     * One request: checks, remembers, cosigns. One at a time, so that no older state can overwrite
     * a newer one.
     *
     * @param oldSize the size that the caller believes to be the last one cosigned here
     */
    public synchronized WitnessAnswer add(long oldSize, List<Hash> proof, SignedNote note) {
        var checkpoint = Checkpoint.parse(note.text());
        var log = logs.get(checkpoint.origin());
        if (log == null) {
            return new UnknownLog();
        }
        if (!note.signedBy(log)) {
            return new NotSigned();
        }
        if (oldSize > checkpoint.size()) {
            return new Malformed("the old size is larger than the checkpoint");
        }
        var last = last(checkpoint.origin());
        var lastSize = last.map(Checkpoint::size).orElse(0L);
        if (oldSize != lastSize) {
            return new Conflict(lastSize);
        }
        var lastRoot = last.map(Checkpoint::root).orElse(Merkle.EMPTY);
        if (oldSize == checkpoint.size() && !checkpoint.root().equals(lastRoot)) {
            return new Conflict(lastSize);
        }
        if (!Merkle.consistent(oldSize, lastRoot, checkpoint.size(), checkpoint.root(), proof)) {
            return new BadProof();
        }
        folder.write(
                fileOf(checkpoint.origin()), checkpoint.text().getBytes(StandardCharsets.UTF_8));
        return new Cosigned(signer.cosign(checkpoint, clock.instant()));
    }

    private Optional<Checkpoint> last(String origin) {
        return folder.read(fileOf(origin))
                .map(it -> Checkpoint.parse(new String(it, StandardCharsets.UTF_8)));
    }

    /** Origins hold slashes and more; a digest is a safe name for a file. */
    private static String fileOf(String origin) {
        var digest = Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).bytes();
        return "vu/" + HexFormat.of().formatHex(digest, 0, 16);
    }

    private static NoteSigner fresh(String name, DataFolder folder) {
        var signer = NoteSigner.fresh(name, VerifierKey.Type.WITNESS);
        var kept =
                signer.verifier().text() + "\n" + HexFormat.of().formatHex(signer.secret()) + "\n";
        folder.write(KEY_FILE, kept.getBytes(StandardCharsets.UTF_8));
        return signer;
    }

    private static NoteSigner stored(String name, byte[] kept) {
        var lines = new String(kept, StandardCharsets.UTF_8).split("\n");
        var key = VerifierKey.parse(lines[0]);
        if (!key.name().equals(name)) {
            throw new IllegalArgumentException("this folder belongs to the witness " + key.name());
        }
        return NoteSigner.of(key, HexFormat.of().parseHex(lines[1]));
    }
}
