package fr.socle.demarches.web.usager;

import fr.socle.demarches.dossier.Fiche;
import fr.socle.demarches.partage.CoRedacteur;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;

/**
 * With whom a usager fills a draft.
 *
 * @param done the word of what was just done
 */
public record PartagePage(Fiche fiche, List<CoRedacteur> others, Form form, String done)
        implements Page {

    public String path() {
        return Counter.path(fiche.id());
    }

    public boolean invited() {
        return done.equals("invite");
    }

    public boolean withdrawn() {
        return done.equals("retire");
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
