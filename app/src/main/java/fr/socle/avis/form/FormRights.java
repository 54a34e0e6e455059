package fr.socle.avis.form;

import fr.socle.ui.access.Right;

/** The right to make and change the forms of the services of one's organisation. */
public final class FormRights {

    public static final String KEEP_CODE = "avis.gerer";
    public static final Right KEEP = new Right(KEEP_CODE);

    private FormRights() {}
}
