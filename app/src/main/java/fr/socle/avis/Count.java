package fr.socle.avis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is counted of opinions; each is a column of the aggregates. */
public enum Count {
    OPINIONS,
    SATISFACTION_GOOD,
    SATISFACTION_MEDIUM,
    SATISFACTION_BAD,
    COMPREHENSION_VERY_GOOD,
    COMPREHENSION_GOOD,
    COMPREHENSION_MEDIUM,
    COMPREHENSION_BAD,
    COMPREHENSION_VERY_BAD,
    /** Ways of reaching the administration that worked, one for each way that was tried. */
    REACHED,
    NOT_REACHED,
    HELP_VERY_GOOD,
    HELP_GOOD,
    HELP_MEDIUM,
    HELP_BAD,
    HELP_VERY_BAD,
    /** Opinions that say whether help was sought. */
    TRIED,
    /** Opinions that say that none was needed. */
    ALONE;

    private static final List<String> COLUMNS = Arrays.stream(values()).map(Count::column).toList();

    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them, in the order of {@link #values}. */
    public static List<String> columns() {
        return COLUMNS;
    }

    public static Count of(Satisfaction answer) {
        return valueOf("SATISFACTION_" + answer.name());
    }

    public static Count clarity(Grade answer) {
        return valueOf("COMPREHENSION_" + answer.name());
    }

    public static Count help(Grade answer) {
        return valueOf("HELP_" + answer.name());
    }
}
