package fr.socle.directory;

import fr.socle.ui.access.Right;
import fr.socle.ui.access.Visitor;

/** The rights of this block, and what they reach. */
public final class DirectoryRights {

    /** Administers every organisation. */
    public static final String ADMINISTER_CODE = "directory.administrer";

    /** Manages one's own organisation. */
    public static final String MANAGE_CODE = "directory.gerer";

    public static final Right ADMINISTER = new Right(ADMINISTER_CODE);
    public static final Right MANAGE = new Right(MANAGE_CODE);

    private DirectoryRights() {}

    /** Only a right that holds everywhere counts: one organisation cannot administer another. */
    public static boolean administers(Visitor visitor) {
        return switch (visitor) {
            case Visitor.Anonymous _, Visitor.Usager _ -> false;
            case Visitor.Agent agent -> agent.platformRights().contains(ADMINISTER);
        };
    }

    public static boolean manages(Visitor visitor, OrganisationId organisation) {
        return administers(visitor) || visitor.holds(MANAGE, organisation.value());
    }
}
