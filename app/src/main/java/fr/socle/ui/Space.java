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
    public static Space of(String path) {
        if (lies(path, "/administration")) {
            return ADMINISTRATION;
        }
        return lies(path, "/agent") ? AGENT : USAGER;
    }

    /** A whole segment, because {@code /agents} is the agents' federation and not their space. */
    private static boolean lies(String path, String root) {
        return path.startsWith(root)
                && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }
}
