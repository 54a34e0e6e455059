package fr.socle.citoyen.entreprise.web;

import fr.socle.citoyen.entreprise.Representation.Motif;
import fr.socle.directory.ComptesProfessionnels;
import fr.socle.kernel.Siren;
import fr.socle.ui.Page;

/** Says why the file of a company does not open; of the file itself nothing. */
public record EntrepriseFermeePage(Siren siren, Motif motif) implements Page {

    @Override
    public int status() {
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
