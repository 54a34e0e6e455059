package fr.socle.habilitations;

import fr.socle.ui.access.Right;

/** The right of this block. Whoever manages an organisation requests for it. */
public final class HabilitationRights {

    /** Examines what other organisations request: grants, refuses, revokes. */
    public static final String EXAMINE_CODE = "habilitations.instruire";

    public static final Right EXAMINE = new Right(EXAMINE_CODE);

    /** The role that holds it. */
    public static final String INSTRUCTEUR = "instructeur-habilitations";

    private HabilitationRights() {}
}
