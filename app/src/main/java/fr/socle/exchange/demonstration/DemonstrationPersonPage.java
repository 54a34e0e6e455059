package fr.socle.exchange.demonstration;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/** Sets the quotient of a made-up person. */
public record DemonstrationPersonPage(MadeUpPerson person, Form form) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
