package fr.socle.directory.web;

import fr.socle.ui.form.Form;

/** Which version a form that is shown again works on. */
final class Versions {

    private Versions() {}

    /**
     * The one that the person saw, even when the form was refused meanwhile; the present one after
     * a conflict, so that sending again replaces it knowingly.
     */
    static long shown(Form form, long present, boolean stale) {
        return stale || form.typed(Form.VERSION).isEmpty() ? present : form.version();
    }
}
