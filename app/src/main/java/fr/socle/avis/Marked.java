package fr.socle.avis;

import java.math.BigDecimal;

/** An answer that counts for something in an indicator. */
public sealed interface Marked permits Satisfaction, Grade {

    /** From 0 to 10. */
    BigDecimal mark();

    /** As forms and tables write it. */
    String code();
}
