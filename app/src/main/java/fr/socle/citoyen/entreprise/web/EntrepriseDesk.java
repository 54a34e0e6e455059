package fr.socle.citoyen.entreprise.web;

import fr.socle.citoyen.entreprise.Entree;
import fr.socle.citoyen.entreprise.Porte;
import fr.socle.citoyen.entreprise.Quoi;
import fr.socle.citoyen.entreprise.Representant;
import fr.socle.citoyen.web.Desk;
import fr.socle.identity.Usagers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Lets representatives through to the pages of their company's file, and nobody else. */
@Component
class EntrepriseDesk {

    private final Porte porte;
    private final Usagers usagers;

    EntrepriseDesk(Porte porte, Usagers usagers) {
        this.porte = porte;
        this.usagers = usagers;
    }

    /**
     * What this representative gets; or the page that says why nobody passes.
     *
     * @param quoi as the journal will have it
     */
    Object through(HttpServletRequest request, Quoi quoi, Function<Representant, Object> inside) {
        var usager = usagers.connected(Desk.usager(request));
        return switch (porte.enter(usager, request, quoi)) {
            case Entree.SansCompte _ -> new EntreeEntreprisePage();
            case Entree.Fermee(var siren, var motif) -> new EntrepriseFermeePage(siren, motif);
            case Entree.Ouverte(var who) -> inside.apply(who);
        };
    }
}
