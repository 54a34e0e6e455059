package fr.socle.demarches.publication;

import java.util.Arrays;
import java.util.Locale;

/**
 * An answer for which the new revision has no place. The usager reads it, and may write it again
 * elsewhere.
 *
 * @param label of the field as it was
 * @param line the answer in plain French; empty for what another administration gave
 */
public record SetAside(String label, String line, Motif motif) {

    /** Why; the label is the message {@code demarches.ecartee.<code>}. */
    public enum Motif {
        /** The question is not asked any more, or not at this place. */
        SUPPRIME,
        /** The question wants another kind of answer, and this one cannot become it. */
        TYPE,
        /** The question refuses this answer now: an option is gone, a bound moved. */
        REFUSE,
        /** Another administration gave it, and is not asked for it any more. */
        ORIGINE;

        /** As it is stored. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @throws IllegalArgumentException for a code that no reason has
         */
        public static Motif of(String code) {
            return Arrays.stream(values())
                    .filter(it -> it.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no reason " + code));
        }
    }

    /** Nothing: what a person said does not belong in a log. */
    @Override
    public String toString() {
        return "SetAside[" + motif + "]";
    }
}
