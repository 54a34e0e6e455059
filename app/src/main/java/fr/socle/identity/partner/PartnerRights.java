package fr.socle.identity.partner;

import fr.socle.ui.access.Right;
import fr.socle.ui.access.Visitor;

/** What agents may do with services that rely on a federation. */
public final class PartnerRights {

    /** Connects the services of one's own organisation. */
    public static final String CONNECT_CODE = "identity.connecter";

    /** Opens other organisations' services to the public. */
    public static final String APPROVE_CODE = "identity.approuver";

    public static final Right CONNECT = new Right(CONNECT_CODE);
    public static final Right APPROVE = new Right(APPROVE_CODE);

    /** The role that connects. */
    public static final String PARTENAIRE = "partenaire";

    private PartnerRights() {}

    /** Whether the right reaches every organisation: the operator's. */
    public static boolean everywhere(Visitor.Agent visitor) {
        return visitor.platformRights().contains(CONNECT);
    }
}
