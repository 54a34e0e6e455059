package fr.socle.pieces;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sizes as people read them. */
public final class Sizes {

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_000_000);

    private Sizes() {}

    /** Megabytes of a million bytes, rounded up to a tenth: never zero. */
    public static BigDecimal megabytes(long bytes) {
        return BigDecimal.valueOf(bytes).divide(MEGABYTE, 1, RoundingMode.CEILING);
    }
}
