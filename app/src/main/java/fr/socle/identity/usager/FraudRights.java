package fr.socle.identity.usager;

import fr.socle.ui.access.Right;

/** Who handles the frauds that persons report. */
public final class FraudRights {

    public static final String HANDLE_CODE = "identity.traiter-signalements";

    public static final Right HANDLE = new Right(HANDLE_CODE);

    /** The role that holds it. */
    static final String REFERENT = "referent-fraude";

    private FraudRights() {}
}
