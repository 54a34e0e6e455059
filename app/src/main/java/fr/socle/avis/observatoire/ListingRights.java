package fr.socle.avis.observatoire;

import fr.socle.ui.access.Right;

/** The right to list the procedures of one's organisation. */
public final class ListingRights {

    public static final String LIST_CODE = "avis.referencer";
    public static final Right LIST = new Right(LIST_CODE);

    private ListingRights() {}
}
