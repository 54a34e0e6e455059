package fr.socle.avis;

import java.math.BigDecimal;

/** How the Observatoire reads a mark out of ten: its goal is 8. */
public enum Level {
    GOAL,
    INSUFFICIENT,
    CRITICAL;

    private static final BigDecimal GOAL_FROM = new BigDecimal(8);
    private static final BigDecimal INSUFFICIENT_FROM = new BigDecimal(5);

    public static Level of(BigDecimal mark) {
        if (mark.compareTo(GOAL_FROM) >= 0) {
            return GOAL;
        }
        return mark.compareTo(INSUFFICIENT_FROM) >= 0 ? INSUFFICIENT : CRITICAL;
    }
}
