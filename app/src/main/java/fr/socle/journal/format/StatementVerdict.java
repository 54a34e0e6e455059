package fr.socle.journal.format;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement proves to someone who trusts one log key and some witnesses. */
public sealed interface StatementVerdict {

    /** Nothing holds. */
    record False(Fault fault) implements StatementVerdict {}

    /** Why nothing holds. */
    sealed interface Fault {
        /** It is no statement in its one form. */
        record NotAStatement() implements Fault {}

        /** The log key of this name did not sign its state. */
        record NotSigned(String log) implements Fault {}

        /** Its state, or its map, is of the log of this origin. */
        record OtherLog(String origin) implements Fault {}

        /** A cosignature is false, or is of a witness that the statement does not name. */
        record FalseCosignature() implements Fault {}

        /** The map is not in the log. */
        record NoMap() implements Fault {}

        /** The map does not say of this person what the statement says. */
        record NotInMap() implements Fault {}

        /** The person's line of this number is missing, or is not the one that the log holds. */
        record LineMissing(long n) implements Fault {}

        /** The person's line of this number is not in the log at this index. */
        record LineNotInLog(long n, long index) implements Fault {}

        /** An earlier statement is not one that this key signed, or is of another person. */
        record EarlierUnusable() implements Fault {}

        /** An earlier statement counted more lines. */
        record FewerThanBefore(long before, long now) implements Fault {}

        /** An earlier statement had another line under this number. */
        record OtherThanBefore(long n) implements Fault {}
    }

    /**
     * No line about the person is missing from the first one shown to the last, at the time of the
     * map.
     *
     * @param first the first line shown; one more than {@code last} when none is
     * @param last the person's last number
     * @param gone how many of the lines shown have lost their content
     * @param oldest when the first line that still tells its time was written; null when none does
     * @param compared the last number of the earlier statement with which it was compared; 0: none
     * @param trusted the cosignatures of witnesses whom the reader named
     * @param others how many true cosignatures of witnesses whom he did not name
     * @param enough whether as many trusted ones are there as he asked for
     */
    record Holds(
            Checkpoint checkpoint,
            MapClaim map,
            long first,
            long last,
            long gone,
            @Nullable Instant oldest,
            long compared,
            List<Cosignature> trusted,
            int others,
            boolean enough)
            implements StatementVerdict {}
}
