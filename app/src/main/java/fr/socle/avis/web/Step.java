package fr.socle.avis.web;

import java.util.Optional;

/** A page of the form. Each is kept as it is sent; only the first must be answered. */
public enum Step {
    SATISFACTION,
    CLARITY,
    HELP,
    TEXT;

    public int number() {
        return ordinal() + 1;
    }

    public boolean last() {
        return this == TEXT;
    }

    /** The one after; empty after the last. */
    public Optional<Step> next() {
        return last() ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    public Optional<Step> previous() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    /** Reads what came from outside; anything else is the first one. */
    static Step of(String number) {
        return number.length() == 1 && number.charAt(0) >= '1' && number.charAt(0) <= '4'
                ? values()[number.charAt(0) - '1']
                : SATISFACTION;
    }
}
