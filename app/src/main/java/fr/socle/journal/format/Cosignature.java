package fr.socle.journal.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A witness's word that it saw this checkpoint, consistent with all that it saw before
 * (c2sp.org/tlog-cosignature).
 */
public record Cosignature(VerifierKey witness, Instant seenAt) {

    private static final int SIGNATURE_BYTES = 64;

    /** The cosignature in this line, if it is this witness's and true. */
    public static Optional<Cosignature> verify(
            Checkpoint checkpoint, SignedNote.Line line, VerifierKey witness) {
        if (!line.isBy(witness) || line.signature().length != 8 + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        var time = ByteBuffer.wrap(line.signature()).getLong();
        var signature = Arrays.copyOfRange(line.signature(), 8, 8 + SIGNATURE_BYTES);
        return time >= 0 && witness.verifies(message(checkpoint, time), signature)
                ? Optional.of(new Cosignature(witness, Instant.ofEpochSecond(time)))
                : Optional.empty();
    }

    static byte[] message(Checkpoint checkpoint, long time) {
        return ("cosignature/v1\ntime " + time + "\n" + checkpoint.text())
                .getBytes(StandardCharsets.UTF_8);
    }
}
