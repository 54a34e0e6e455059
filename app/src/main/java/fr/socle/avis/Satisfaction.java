package fr.socle.avis;

import java.math.BigDecimal;
import java.util.Locale;

/** The one answer that everybody gives; words and marks of Je donne mon avis. */
public enum Satisfaction implements Marked {
    GOOD("10"),
    MEDIUM("5"),
    BAD("0");

    private final BigDecimal mark;

    Satisfaction(String mark) {
        this.mark = new BigDecimal(mark);
    }

    @Override
    public BigDecimal mark() {
        return mark;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
