package fr.socle.journal.witness;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Base64Strict;
import fr.socle.journal.format.SignedNote;
import java.util.Arrays;
import java.util.List;

/** The body of {@code add-checkpoint}: old size, consistency proof, empty line, checkpoint. */
record WitnessRequest(long oldSize, List<Hash> proof, SignedNote note) {

    private static final int MAX_PROOF = 63;
    private static final String OLD = "old ";

    /**
     * @throws IllegalArgumentException saying what is wrong
     */
    static WitnessRequest parse(String body) {
        var head = body.indexOf("\n\n");
        if (head < 0 || !body.startsWith(OLD)) {
            throw new IllegalArgumentException("expected: old size, proof, empty line, checkpoint");
        }
        var lines = Arrays.asList(body.substring(0, head).split("\n", -1));
        if (lines.size() > 1 + MAX_PROOF) {
            throw new IllegalArgumentException("a proof has at most " + MAX_PROOF + " hashes");
        }
        return new WitnessRequest(
                size(lines.getFirst().substring(OLD.length())),
                lines.stream().skip(1).map(it -> Hash.of(Base64Strict.decode(it))).toList(),
                SignedNote.parse(body.substring(head + 2)));
    }

    private static long size(String digits) {
        var size = Long.parseLong(digits);
        if (size < 0 || !Long.toString(size).equals(digits)) {
            throw new IllegalArgumentException("not a size: " + digits);
        }
        return size;
    }
}
