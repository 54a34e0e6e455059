package fr.socle.journal.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The witnesses whose cosignatures a receipt or a statement carries. */
final class Cosigners {

    private Cosigners() {}

    /**
     * One true cosignature per witness that the file names, and no other line than theirs and the
     * log's; empty if anything does not fit.
     */
    static Optional<List<Cosignature>> of(
            SignedNote note, List<VerifierKey> witnesses, Checkpoint checkpoint, VerifierKey log) {
        var lines = note.signatures().stream().filter(it -> !it.isBy(log)).toList();
        if (lines.size() != witnesses.size()
                || new HashSet<>(witnesses).size() != lines.size()
                || note.signatures().size() != lines.size() + 1) {
            return Optional.empty();
        }
        var seen = new ArrayList<Cosignature>();
        for (int i = 0; i < lines.size(); i++) {
            Cosignature.verify(checkpoint, lines.get(i), witnesses.get(i)).ifPresent(seen::add);
        }
        return seen.size() == lines.size() ? Optional.of(seen) : Optional.empty();
    }
}
