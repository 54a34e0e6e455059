package fr.socle.avis.observatoire.indicator;

import java.math.BigDecimal;
import java.util.Locale;

/** What an indicator says of one procedure. */
public sealed interface Value {

    /**
     * A number, rounded as it is shown.
     *
     * @param number in the unit of its indicator
     */
    record Measured(BigDecimal number, Level level) implements Value {}

    /**
     * A word of the Observatoire.
     *
     * @param word as its published files write it
     */
    record Said(String word, Level level) implements Value {}

    record Missing(Why why) implements Value {}

    /** Why there is no value. Its message is {@code avis.manque.<code>}. */
    enum Why {
        /** Nothing was measured yet. */
        COMING("À venir"),
        /** Too few opinions for a mark to mean something. */
        TOO_FEW("Nombre d’avis insuffisant"),
        NOT_APPLICABLE("Non applicable"),
        /** Nobody declared it. */
        UNKNOWN("–");

        private final String word;

        Why(String word) {
            this.word = word;
        }

        /** As the published files write it. */
        public String word() {
            return word;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Value COMING = new Missing(Why.COMING);
    Value TOO_FEW = new Missing(Why.TOO_FEW);
    Value NOT_APPLICABLE = new Missing(Why.NOT_APPLICABLE);
    Value UNKNOWN = new Missing(Why.UNKNOWN);

    /** What is not there is judged by nobody. */
    default Level level() {
        return switch (this) {
            case Measured(_, var level) -> level;
            case Said(_, var level) -> level;
            case Missing _ -> Level.NEUTRAL;
        };
    }

    /** Whether it counts in the score of a ministry. */
    default boolean judged() {
        return level() != Level.NEUTRAL;
    }

    /** As the published files write it, with a point. */
    default String written() {
        return switch (this) {
            case Measured(var number, _) -> number.toPlainString();
            case Said(var word, _) -> word;
            case Missing(var why) -> why.word();
        };
    }
}
