package fr.socle.habilitations.web;

import fr.socle.habilitations.demande.Demande;
import fr.socle.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * A request, as its organisation reads it.
 *
 * @param done key of what was just done, or null
 */
public record DemandePage(DemandeView view, @Nullable String done) implements Page {

    /** Whether it can be written anew: after a demand for changes, or once granted. */
    public boolean writable() {
        return view.demande() instanceof Demande.Redigeable;
    }
}
