package fr.socle.demarches.web.usager;

import fr.socle.demarches.partage.Partages;
import fr.socle.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * An invitation to fill the draft of another, or to take it over.
 *
 * @param invitation null when the invitation holds no more
 */
public record InvitationPage(Partages.@Nullable Invitation invitation, String token)
        implements Page {

    public String action() {
        return "/mes-dossiers/invitations/" + token;
    }

    @Override
    public int status() {
        return invitation == null ? 404 : 200;
    }
}
