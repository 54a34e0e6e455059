package fr.socle.avis.observatoire.rgaa;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A declaration of accessibility (loi du 11 février 2005, art. 47 ; décret du 24 juillet 2019).
 *
 * @param rate percent of the criteria of the RGAA that are met
 * @param auditor who audited
 * @param contact an address by which people tell what they cannot use: e-mail or web
 * @param faults what does not conform, in plain words
 * @param exemptions what is exempt, and why
 */
public record Declaration(
        UUID demarche,
        BigDecimal rate,
        LocalDate auditedOn,
        String auditor,
        LocalDate publishedOn,
        String contact,
        String faults,
        String exemptions) {

    private static final BigDecimal ALL = new BigDecimal(100);
    private static final BigDecimal HALF = new BigDecimal(50);

    /** The three states of the RGAA. */
    public enum State {
        TOTAL("Totalement conforme"),
        PARTIAL("Partiellement conforme"),
        NONE("Non conforme");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As the law words it and the published files write it. */
        public String word() {
            return word;
        }
    }

    public State state() {
        return stateOf(rate);
    }

    /** All criteria, half of them, or less. */
    public static State stateOf(BigDecimal rate) {
        if (rate.compareTo(ALL) >= 0) {
            return State.TOTAL;
        }
        return rate.compareTo(HALF) >= 0 ? State.PARTIAL : State.NONE;
    }
}
