package fr.socle.citoyen.desk;

import fr.socle.citoyen.usages.Place;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/**
 * An officer asks which agent acted in one line, or reads it.
 *
 * @param name empty as long as it is not opened
 */
public record NomPage(Place place, Form form, String name) implements Page {

    static final int LONGEST = 300;

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    public int longest() {
        return LONGEST;
    }
}
