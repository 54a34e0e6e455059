package fr.socle.demarches.depot;

/**
 * A dossier as its usager's page opens it, with what lies beside it at that moment.
 *
 * @param written whether there are messages about it
 * @param advised whether an expert was asked about it
 */
public record Followed(Stored stored, boolean written, boolean advised) {}
