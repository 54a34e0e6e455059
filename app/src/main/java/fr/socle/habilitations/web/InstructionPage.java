package fr.socle.habilitations.web;

import fr.socle.habilitations.demande.Demande;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * A request, as an instructor examines it.
 *
 * @param form the decision or the revocation that was refused; blank otherwise
 * @param stale whether someone else acted meanwhile
 */
public record InstructionPage(DemandeView view, Form form, boolean stale, @Nullable String done)
        implements Page {

    /** Whether it waits for a decision. */
    public boolean waiting() {
        return view.demande() instanceof Demande.Soumise;
    }

    public boolean revocable() {
        return view.demande() instanceof Demande.Revocable it && it.founded();
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
