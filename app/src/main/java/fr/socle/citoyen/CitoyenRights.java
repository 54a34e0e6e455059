package fr.socle.citoyen;

import fr.socle.ui.access.Right;

/** The rights of this block, each for one's own organisation. */
public final class CitoyenRights {

    /** Answers persons who exercise their rights, and sees how data is used. */
    public static final String ANSWER_CODE = "citoyen.proteger";

    public static final Right ANSWER = new Right(ANSWER_CODE);

    /** A program says how far its organisation's procedures came; no person holds it. */
    public static final String ANNOUNCE_CODE = "citoyen.annoncer";

    public static final Right ANNOUNCE = new Right(ANNOUNCE_CODE);

    /** Holds {@link #ANSWER}. */
    public static final String DELEGUE = "delegue-protection-donnees";

    private CitoyenRights() {}
}
