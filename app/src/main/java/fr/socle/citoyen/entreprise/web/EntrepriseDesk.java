package fr.socle.citoyen.entreprise.web;

import fr.socle.citoyen.entreprise.Delegations.Acceptation;
import fr.socle.citoyen.entreprise.Entree;
import fr.socle.citoyen.entreprise.Porte;
import fr.socle.citoyen.entreprise.Quoi;
import fr.socle.citoyen.entreprise.Representant;
import fr.socle.citoyen.web.Desk;
import fr.socle.directory.ComptesProfessionnels;
import fr.socle.identity.Usagers;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Lets representatives through to the pages of their company's file, and nobody else. */
@Component
class EntrepriseDesk {

    private static final int LONGEST_CODE = 100;

    private final Porte porte;
    private final Usagers usagers;

    EntrepriseDesk(Porte porte, Usagers usagers) {
        this.porte = porte;
        this.usagers = usagers;
    }

    /** As {@link #through}, for what only those do whom the register itself names. */
    Object throughAsNamed(
            HttpServletRequest request, Quoi quoi, Function<Representant, Object> inside) {
        return through(
                request,
                quoi,
                it -> {
                    if (!it.isNamed()) {
                        throw new NotAllowed("a delegation is not handed on");
                    }
                    return inside.apply(it);
                });
    }

    /** Takes the code of a delegation; the page that says why not when it is wrong. */
    Object accept(HttpServletRequest request, Form form) {
        var usager = usagers.connected(Desk.usager(request));
        var code = form.required("code", LONGEST_CODE);
        if (form.ok()) {
            switch (porte.accept(usager, request, code).orElse(Acceptation.INCONNUE)) {
                case FAITE, INUTILE -> {
                    return Desk.seeOther(ComptesProfessionnels.PAGES);
                }
                case INCONNUE -> form.reject("code", Refusal.of("citoyen.delegation.unknown"));
            }
        }
        return switch (porte.enter(usager, request, Quoi.OUVERTURE)) {
            case Entree.SansCompte _ -> new EntreeEntreprisePage();
            case Entree.Fermee(var siren, var motif) ->
                    new EntrepriseFermeePage(siren, motif, form);
            case Entree.Ouverte _ -> Desk.seeOther(ComptesProfessionnels.PAGES);
        };
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
            case Entree.Fermee(var siren, var motif) ->
                    new EntrepriseFermeePage(siren, motif, Form.blank());
            case Entree.Ouverte(var who) -> inside.apply(who);
        };
    }
}
