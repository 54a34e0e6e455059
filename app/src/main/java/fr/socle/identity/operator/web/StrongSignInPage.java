package fr.socle.identity.operator.web;

import fr.socle.identity.operator.Passkeys.Offer;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Asks an operator to prove himself.
 *
 * @param trouble why his key was refused
 * @param back where he goes then
 * @param script its address
 */
public record StrongSignInPage(
        Form form, @Nullable Refusal trouble, Offer offer, String back, String script)
        implements Page {

    /** The way through his administration's provider, at level eidas2. */
    public String federation() {
        return "/agent/connexion?niveau=eidas2&retour=" + StrongDoor.encoded(back);
    }

    @Override
    public int status() {
        return form.ok() && trouble == null ? 200 : 422;
    }
}
