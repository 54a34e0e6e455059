package fr.socle.habilitations.web;

import fr.socle.habilitations.demande.Demande;
import fr.socle.ui.Page;
import java.util.List;

/** The requests of one's organisation. */
public record DemandesPage(List<Line> lines) implements Page {

    /**
     * A request and the name of its organisation.
     *
     * @param unanswered whether the other side has the last word
     */
    public record Line(Demande demande, String organisation, boolean unanswered) {}
}
