package fr.socle.journal.format;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a receipt proves to someone who trusts one log key and some witnesses. */
public sealed interface Verdict {

    /** Nothing holds. */
    record False(Fault fault) implements Verdict {}

    /** Why nothing holds. */
    sealed interface Fault {
        /** It is no receipt in its one form, or its path leads nowhere. */
        record NotAReceipt() implements Fault {}

        /** The log key of this name did not sign its checkpoint. */
        record NotSigned(String log) implements Fault {}

        /** Its checkpoint is of the log of this origin. */
        record OtherLog(String origin) implements Fault {}

        /** Its content is not what the log has at this index. */
        record NotInLog(long index) implements Fault {}

        /** A cosignature is false, or is of a witness that the receipt does not name. */
        record FalseCosignature() implements Fault {}
    }

    /**
     * The content was in the log that this key signed, at this size.
     *
     * @param open the parts that the receipt opens, as maps
     * @param closed how many parts stay closed
     * @param trusted the cosignatures of witnesses whom the reader named
     * @param others how many true cosignatures of witnesses whom he did not name
     * @param enough whether as many trusted ones are there as he asked for
     */
    record Holds(
            Checkpoint checkpoint,
            long index,
            List<Map<String, Object>> open,
            int closed,
            List<Cosignature> trusted,
            int others,
            boolean enough)
            implements Verdict {}

    /**
     * Checks a receipt with nothing but keys.
     *
     * @param log the key of the log that the reader trusts
     * @param witnesses the witnesses that he trusts
     * @param minimum how many of them must have cosigned
     */
    static Verdict of(String receipt, VerifierKey log, Set<VerifierKey> witnesses, int minimum) {
        try {
            return of(Receipt.parse(receipt), log, witnesses, minimum);
        } catch (IllegalArgumentException _) {
            return new False(new Fault.NotAReceipt());
        }
    }

    private static Verdict of(
            Receipt receipt, VerifierKey log, Set<VerifierKey> witnesses, int minimum) {
        var checkpoint = Checkpoint.parse(receipt.note().text());
        if (!receipt.note().signedBy(log)) {
            return new False(new Fault.NotSigned(log.name()));
        }
        if (!checkpoint.origin().equals(log.name())) {
            return new False(new Fault.OtherLog(checkpoint.origin()));
        }
        var root =
                Merkle.rootOf(
                        receipt.entry().leaf(), receipt.index(), checkpoint.size(), receipt.path());
        if (!root.equals(checkpoint.root())) {
            return new False(new Fault.NotInLog(receipt.index()));
        }
        return Cosigners.of(receipt.note(), receipt.witnesses(), checkpoint, log)
                .<Verdict>map(seen -> holds(receipt, checkpoint, seen, witnesses, minimum))
                .orElseGet(() -> new False(new Fault.FalseCosignature()));
    }

    private static Holds holds(
            Receipt receipt,
            Checkpoint checkpoint,
            List<Cosignature> seen,
            Set<VerifierKey> witnesses,
            int minimum) {
        var trusted = seen.stream().filter(it -> witnesses.contains(it.witness())).toList();
        var open =
                receipt.parts().stream()
                        .filter(Receipt.Disclosure.Open.class::isInstance)
                        .map(it -> CanonicalJson.read(((Receipt.Disclosure.Open) it).content()))
                        .toList();
        return new Holds(
                checkpoint,
                receipt.index(),
                open,
                receipt.parts().size() - open.size(),
                trusted,
                seen.size() - trusted.size(),
                trusted.size() >= minimum);
    }
}
