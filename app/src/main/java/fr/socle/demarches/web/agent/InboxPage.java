package fr.socle.demarches.web.agent;

import fr.socle.demarches.DossierState;
import fr.socle.demarches.depot.DossierLists;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import fr.socle.ui.form.Form;
import java.util.Arrays;
import java.util.List;

/**
 * The dossiers of an agent's services.
 *
 * @param form what was looked for
 * @param member whether he works in a service at all
 */
public record InboxPage(
        Form form,
        List<DossierLists.Line> lines,
        Pagination pagination,
        List<DossierLists.Subject> subjects,
        boolean member)
        implements Page {

    /** The states in which an agent may see a dossier. */
    public static final List<DossierState> STATES =
            Arrays.stream(DossierState.values())
                    .filter(it -> it != DossierState.BROUILLON)
                    .toList();

    public List<DossierState> states() {
        return STATES;
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
