package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/** The form of a declaration of accessibility. */
public record DeclarationEditPage(ListedDemarche demarche, Form form) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
