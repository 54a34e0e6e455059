package fr.socle.habilitations.web;

import fr.socle.habilitations.Differe;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.message.DemandeMessages;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request, as an instructor examines it.
 *
 * @param examiner whether who looks may act; a reporter only reads
 * @param deferral what persons will read later of its exchanges
 * @param form the decision or the revocation that was refused; blank otherwise
 * @param stale whether someone else acted meanwhile
 */
public record InstructionPage(
        DemandeView view,
        boolean examiner,
        Deferral deferral,
        Form form,
        boolean stale,
        @Nullable String done)
        implements Page {

    /**
     * What persons will read later.
     *
     * @param open whether it can still be said
     */
    public record Deferral(Optional<Differe> said, boolean open) {}

    /** Whether it waits for a decision. */
    public boolean waiting() {
        return examiner && view.demande() instanceof Demande.Soumise;
    }

    public boolean revocable() {
        return examiner && view.demande() instanceof Demande.Revocable it && it.founded();
    }

    public boolean writes() {
        return examiner && DemandeMessages.open(view.demande());
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
