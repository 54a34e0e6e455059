package fr.socle.demarches.web.agent;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.web.form.Element;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The annotations of a dossier while they are filled.
 *
 * @param version on which the agent works
 * @param overtaken what a colleague noted meanwhile, where it differs, by label; null: nobody did
 */
public record AnnotationsPage(
        Depose dossier,
        List<Element> elements,
        Form form,
        long version,
        @Nullable Map<String, String> overtaken)
        implements Page {

    public String back() {
        return "/agent/dossiers/" + dossier.id();
    }

    public String path() {
        return back() + "/annotations";
    }

    public String number() {
        return dossier.depot().number().formatted();
    }

    @Override
    public int status() {
        if (overtaken != null) {
            return 409;
        }
        return form.ok() ? 200 : 422;
    }
}
