package fr.socle.citoyen.entreprise.web;

import fr.socle.citoyen.entreprise.Representation.Motif;
import fr.socle.directory.ComptesProfessionnels;
import fr.socle.kernel.Siren;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/**
 * Says why the file of a company does not open; of the file itself nothing.
 *
 * @param form of the code of a delegation
 */
public record EntrepriseFermeePage(Siren siren, Motif motif, Form form) implements Page {

    @Override
    public int status() {
        if (!form.ok()) {
            return 422;
        }
        return switch (motif) {
            case ABSENT, SANS_POUVOIR, NAISSANCE_INCOMPLETE, INCONNUE -> 403;
            case INDISPONIBLE, SANS_FONDEMENT -> 503;
            case TROP -> 429;
        };
    }

    /** Key of the reason; {@code .text} tells what to do. */
    public String why() {
        return "citoyen.entreprise.refus." + motif.name();
    }

    /** Where another account is chosen. */
    public String signIn() {
        return "/agent/connexion?retour=" + ComptesProfessionnels.PAGES;
    }
}
