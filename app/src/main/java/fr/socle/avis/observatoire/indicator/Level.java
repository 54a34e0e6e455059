package fr.socle.avis.observatoire.indicator;

import java.util.Locale;

/** How the Observatoire reads a value. */
public enum Level {
    GOAL,
    INSUFFICIENT,
    CRITICAL,
    /** Told without judging. */
    NEUTRAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
