package fr.socle.journal;

/** Who may open a part of an entry. */
public enum Audience {
    /** The person whom the part is about. */
    PERSONNE,
    /** The administration that obtained something. */
    CONSOMMATEUR,
    /** The administration that gave it. */
    FOURNISSEUR,
    /** The data protection officer of the responsible administration. */
    DPO,
    /** Who checks the journal from outside. */
    AUDITEUR
}
