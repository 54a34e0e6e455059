package fr.socle.avis.web;

import fr.socle.avis.form.Judged;
import fr.socle.ui.Page;

/** The service takes no more answers through this form; its common one is always there. */
public record ClosedFormPage(Judged judged) implements Page {

    @Override
    public int status() {
        return 410;
    }
}
