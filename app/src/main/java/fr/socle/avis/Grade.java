package fr.socle.avis;

import java.math.BigDecimal;
import java.util.Locale;

/** An answer on a scale of five; words and marks of Je donne mon avis. */
public enum Grade implements Marked {
    VERY_GOOD("10"),
    GOOD("7.5"),
    MEDIUM("5"),
    BAD("2.5"),
    VERY_BAD("0");

    private final BigDecimal mark;

    Grade(String mark) {
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
