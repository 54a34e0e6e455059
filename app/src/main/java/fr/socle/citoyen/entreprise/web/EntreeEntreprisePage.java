package fr.socle.citoyen.entreprise.web;

import fr.socle.directory.ComptesProfessionnels;
import fr.socle.ui.Page;

/** Asks for which company somebody comes. */
public record EntreeEntreprisePage() implements Page {

    @Override
    public int status() {
        return 401;
    }

    /** Where they say it. */
    public String signIn() {
        return "/agent/connexion?retour=" + ComptesProfessionnels.PAGES;
    }
}
