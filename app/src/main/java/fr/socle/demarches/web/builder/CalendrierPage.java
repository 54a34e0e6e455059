package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.List;

/**
 * When a procedure opens and closes.
 *
 * @param others which may take its place
 * @param stale whether somebody changed the procedure meanwhile
 * @param done whether it was kept just now
 */
public record CalendrierPage(
        Demarche demarche, Form form, List<Option> others, boolean stale, boolean done)
        implements Page {

    public long version() {
        return Shown.version(form, demarche.fiche().version(), stale);
    }

    @Override
    public int status() {
        if (stale) {
            return 409;
        }
        return form.ok() ? 200 : 422;
    }
}
