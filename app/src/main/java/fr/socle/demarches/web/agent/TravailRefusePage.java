package fr.socle.demarches.web.agent;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;

/** An order over many dossiers that lacks something; what was typed is asked again. */
public record TravailRefusePage(String title, String path, Form form) implements Page {

    /** The dossiers that were ticked. */
    public List<String> dossiers() {
        return form.all("d");
    }

    @Override
    public int status() {
        return 422;
    }
}
