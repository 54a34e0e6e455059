package fr.socle.citoyen.web;

import fr.socle.citoyen.export.Everything;
import fr.socle.citoyen.export.Everything.Titulaire;
import fr.socle.ui.Page;

/** Everything, set for paper. */
public record PrintedPage(Everything everything) implements Page {

    /** Key of the title. */
    public String title() {
        return switch (everything.titulaire()) {
            case Titulaire.Personne _ -> "citoyen.print.title";
            case Titulaire.Entreprise _ -> "citoyen.entreprise.title";
        };
    }

    /** Key of the title of the list of uses. */
    public String usages() {
        return switch (everything.titulaire()) {
            case Titulaire.Personne _ -> "citoyen.print.usages";
            case Titulaire.Entreprise _ -> "citoyen.entreprise.tab.usages";
        };
    }
}
