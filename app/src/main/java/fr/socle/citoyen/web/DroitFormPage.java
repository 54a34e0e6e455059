package fr.socle.citoyen.web;

import fr.socle.citoyen.droits.Contestations.Contestable;
import fr.socle.citoyen.droits.Exercice.Nature;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.Locale;

/**
 * The form by which a person objects or asks for a rectification.
 *
 * @param jeu the code of the data set; empty when it is about a line
 */
public record DroitFormPage(Whose whose, Nature nature, Contestable about, String jeu, Form form)
        implements Page {

    static final int LONGEST = 4000;

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    /** The word of the right: the end of a message's key, and what the form sends. */
    public String word() {
        return nature.name().toLowerCase(Locale.ROOT);
    }

    public int longest() {
        return LONGEST;
    }
}
