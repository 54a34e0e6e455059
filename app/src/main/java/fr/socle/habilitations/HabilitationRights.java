package fr.socle.habilitations;

import fr.socle.ui.access.Right;

/** The rights and roles of this block. Whoever manages an organisation requests for it. */
public final class HabilitationRights {

    /** Reads what other organisations request, and what became of it. */
    public static final String READ_CODE = "habilitations.lire";

    /** Examines what other organisations request: grants, refuses, revokes. */
    public static final String EXAMINE_CODE = "habilitations.instruire";

    /** Says what each kind of data asks. */
    public static final String SHAPE_CODE = "habilitations.parametrer";

    /** Connects programs of one's own organisation: what happens is told to them. */
    public static final String INTEGRATE_CODE = "habilitations.integrer";

    public static final Right READ = new Right(READ_CODE);
    public static final Right EXAMINE = new Right(EXAMINE_CODE);
    public static final Right SHAPE = new Right(SHAPE_CODE);
    public static final Right INTEGRATE = new Right(INTEGRATE_CODE);

    /** Reads, and examines nothing. */
    public static final String RAPPORTEUR = "rapporteur-habilitations";

    public static final String INSTRUCTEUR = "instructeur-habilitations";

    /** Examines, and says what each kind of data asks. */
    public static final String RESPONSABLE = "responsable-habilitations";

    /** Connects programs. */
    public static final String INTEGRATEUR = "integrateur-habilitations";

    private HabilitationRights() {}
}
