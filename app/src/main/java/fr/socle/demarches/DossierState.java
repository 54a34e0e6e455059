package fr.socle.demarches;

/** Where a dossier stands, in the terms of demarches-simplifiees. */
public enum DossierState {
    BROUILLON,
    EN_CONSTRUCTION,
    EN_INSTRUCTION,
    ACCEPTE,
    REFUSE,
    SANS_SUITE;

    /** Whether it was decided. */
    public boolean decided() {
        return switch (this) {
            case ACCEPTE, REFUSE, SANS_SUITE -> true;
            case BROUILLON, EN_CONSTRUCTION, EN_INSTRUCTION -> false;
        };
    }
}
