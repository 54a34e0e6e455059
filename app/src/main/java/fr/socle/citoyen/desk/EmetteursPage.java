package fr.socle.citoyen.desk;

import fr.socle.citoyen.suivi.Emetteur;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.time.Instant;
import java.util.List;

/**
 * The programs of an organisation that say how far its procedures came.
 *
 * @param revoked whether one was just sent away
 */
public record EmetteursPage(List<Emetteur> emetteurs, Form form, boolean revoked, Instant now)
        implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    /** The end of a message's key. */
    public String state(Emetteur it) {
        if (it.usableAt(now)) {
            return "actif";
        }
        return it.revokedAt() == null ? "expire" : "revoque";
    }
}
