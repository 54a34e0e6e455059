package fr.socle.demarches.builder;

import fr.socle.ui.access.Right;

/** The right to build procedures for one's organisation. */
public final class BuilderRights {

    public static final String ADMINISTER_CODE = "demarches.administrer";
    public static final Right ADMINISTER = new Right(ADMINISTER_CODE);

    private BuilderRights() {}
}
