package fr.socle.citoyen.web;

import fr.socle.citoyen.effacement.Effacement;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;

/**
 * What of a person's file goes, and what stays.
 *
 * @param done whether it was just erased
 */
public record EffacementPage(Effacement.Inventory inventory, Form form, boolean done)
        implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
