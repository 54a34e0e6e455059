package fr.socle.habilitations.web;

import fr.socle.habilitations.Delegation;
import fr.socle.habilitations.delegation.HabilitationDelegations;
import fr.socle.habilitations.demande.Demande;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;

/**
 * Who may use an habilitation beside its organisation.
 *
 * @param done the word of what was just done; anything else says nothing
 */
public record DelegationsPage(Demande demande, List<Line> lines, Form form, String done)
        implements Page {

    /** A delegation and the name of the editor. */
    public record Line(Delegation delegation, String editor) {}

    public boolean delegable() {
        return HabilitationDelegations.delegable(demande);
    }

    /** Key of why there is none, and what can be done. */
    public String why() {
        if (delegable()) {
            return "habilitations.delegations.empty.text";
        }
        return demande.dossier().granted() > 0
                ? "habilitations.delegations.empty.ended"
                : "habilitations.delegations.empty.early";
    }

    /** Key of what to tell; empty for nothing. */
    public String told() {
        return switch (done) {
            case "donnee" -> "habilitations.done.delegated";
            case "retiree" -> "habilitations.done.taken-back";
            default -> "";
        };
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
