package fr.socle.identity.operator;

import fr.socle.ui.access.Right;

/** The right to operate the federations. It counts only when it is held everywhere. */
public final class Operating {

    public static final String CODE = "identity.operer";
    public static final Right RIGHT = new Right(CODE);

    /** Holds this right and no other. */
    public static final String ROLE = "exploitant";

    private Operating() {}
}
