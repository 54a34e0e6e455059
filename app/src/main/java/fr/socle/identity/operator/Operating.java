package fr.socle.identity.operator;

import fr.socle.ui.access.Right;
import fr.socle.ui.access.Visitor;

/** The right to operate the federations. It counts only when it is held everywhere. */
public final class Operating {

    public static final String CODE = "identity.operer";
    public static final Right RIGHT = new Right(CODE);

    /** Holds this right and no other. */
    public static final String ROLE = "exploitant";

    private Operating() {}

    public static boolean allowed(Visitor visitor) {
        return switch (visitor) {
            case Visitor.Anonymous _, Visitor.Usager _ -> false;
            case Visitor.Agent agent -> agent.platformRights().contains(RIGHT);
        };
    }
}
