package fr.socle.citoyen.web;

import fr.socle.citoyen.donnees.MesDonnees;
import fr.socle.citoyen.donnees.MesDonnees.Offre;
import fr.socle.ui.Page;
import java.util.List;

/**
 * What can be asked of providers.
 *
 * @param organisation who runs the digital file; empty when nobody said
 * @param tooMany whether the person asked too often within the hour
 */
public record DonneesPage(Whose whose, List<Offre> offres, String organisation, boolean tooMany)
        implements Page {

    @Override
    public int status() {
        return tooMany ? 429 : 200;
    }

    public int perHour() {
        return MesDonnees.PER_HOUR;
    }
}
