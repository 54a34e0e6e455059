package fr.socle.demarches.liste;

/** An order by the values of one column; dossiers without a value come last, either way. */
public record Tri(Colonne colonne, boolean descending) {

    /** The order in which they were deposited: who waits longest is served first. */
    public static final Tri DEPOT = new Tri(Colonne.DEPOT, false);
}
