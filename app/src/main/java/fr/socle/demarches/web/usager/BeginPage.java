package fr.socle.demarches.web.usager;

import fr.socle.ui.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a procedure will fill in by itself, before it does.
 *
 * @param identity labels of the fields that the federation fills
 * @param exchanges labels of the fields that administrations fill
 * @param token of the button: pressed twice, it begins one dossier
 * @param drafts paths of the drafts that the usager has already
 * @param proposal the answers that the address proposes
 * @param proposed the same, as lines under their questions
 */
public record BeginPage(
        String slug,
        String title,
        String organisation,
        int minutes,
        List<String> identity,
        List<String> exchanges,
        UUID token,
        List<String> drafts,
        Proposals.Proposal proposal,
        Map<String, String> proposed)
        implements Page {

    /** Whether an address that should have proposed answers did not. */
    public boolean proposalGone() {
        return proposal.gone();
    }

    /** How many of the proposed answers the form does not take. */
    public int dropped() {
        return proposal.what().dropped();
    }

    /** What the button sends again. */
    public Map<String, List<String>> carried() {
        return proposal.carried();
    }
}
