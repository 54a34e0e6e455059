package fr.socle.demarches.web.agent;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Dossier.Termine;
import fr.socle.demarches.expert.AvisExpert;
import fr.socle.demarches.expert.Question;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The opinions that were asked about a dossier, and the form that asks for more.
 *
 * @param done what was just done: the end of {@code demarches.expert.done.…}; anything else is
 *     nothing
 */
public record AvisPage(Depose dossier, List<AvisExpert> asked, Form form, String done)
        implements Page {

    private static final Set<String> DONE =
            Set.of("demande", "relance", "trop-tot", "retrait", "trop-tard");

    public AvisPage {
        asked = List.copyOf(asked);
    }

    static String path(Depose dossier) {
        return "/agent/dossiers/" + dossier.id() + "/avis";
    }

    public String path() {
        return path(dossier);
    }

    public String back() {
        return "/agent/dossiers/" + dossier.id();
    }

    public String number() {
        return dossier.depot().number().formatted();
    }

    /** The message that tells it; null when there is nothing to tell. */
    public @Nullable String told() {
        return DONE.contains(done) ? "demarches.expert.done." + done : null;
    }

    public String tone() {
        return done.startsWith("trop") ? "warn" : "good";
    }

    public boolean decided() {
        return dossier instanceof Termine;
    }

    public int longest() {
        return Question.LONGEST;
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
