package fr.socle.ui;

/** The three parts of the house. Each has its menu. */
public enum Space {
    /** For everyone: citizens, companies. */
    USAGER,
    /** For agents at work. */
    AGENT,
    /** For those who set the house up: organisations, rights, journal. */
    ADMINISTRATION;

    /**
     * Pages under {@code /agent} and {@code /administration} belong to these spaces; all others to
     * usagers.
     */
    static Space of(String path) {
        if (path.startsWith("/administration")) {
            return ADMINISTRATION;
        }
        return path.startsWith("/agent") ? AGENT : USAGER;
    }
}
