package fr.socle.avis;

import java.util.Locale;

/** Two kinds of opinions, which are counted and shown apart. */
public enum Kind {
    /** With a token: at most one for each procedure that somebody completed. */
    VERIFIED,
    /** Through a public link: nobody knows how often the same person came. */
    OPEN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
