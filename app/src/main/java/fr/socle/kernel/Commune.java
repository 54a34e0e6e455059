package fr.socle.kernel;

import java.util.List;

/**
 * A commune or a municipal arrondissement, as the official tables give it.
 *
 * @param code its code, not a postcode
 * @param nom its official name, at the time for which it was asked
 * @param departement where it lies; its overseas community where there is no departement
 * @param region where it lies
 * @param codesPostaux its postcodes, five digits each; empty for a commune of the past and for the
 *     uninhabited lands of the South
 */
public record Commune(
        CodeCommune code,
        String nom,
        CodeDepartement departement,
        CodeRegion region,
        List<String> codesPostaux) {

    public Commune {
        codesPostaux = List.copyOf(codesPostaux);
    }
}
