package fr.socle.journal.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The witnesses whose cosignatures a receipt carries. */
final class Cosigners {

    private Cosigners() {}

    /**
     * One true cosignature per witness that the receipt names, and no other line than theirs and
     * the log's; empty if anything does not fit.
     */
    static Optional<List<Cosignature>> of(Receipt receipt, Checkpoint checkpoint, VerifierKey log) {
        var lines = receipt.note().signatures().stream().filter(it -> !it.isBy(log)).toList();
        if (lines.size() != receipt.witnesses().size()
                || new HashSet<>(receipt.witnesses()).size() != lines.size()
                || receipt.note().signatures().size() != lines.size() + 1) {
            return Optional.empty();
        }
        var seen = new ArrayList<Cosignature>();
        for (int i = 0; i < lines.size(); i++) {
            Cosignature.verify(checkpoint, lines.get(i), receipt.witnesses().get(i))
                    .ifPresent(seen::add);
        }
        return seen.size() == lines.size() ? Optional.of(seen) : Optional.empty();
    }
}
