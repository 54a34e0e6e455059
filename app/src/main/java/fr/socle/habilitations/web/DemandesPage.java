package fr.socle.habilitations.web;

import fr.socle.habilitations.demande.Demande;
import fr.socle.ui.Page;
import java.util.List;
import java.util.UUID;

/**
 * The requests of one's organisation.
 *
 * @param received what others let it use, as a software editor
 */
public record DemandesPage(List<Line> lines, List<Received> received) implements Page {

    /** A delegation, the name of who gave it and what it is about. */
    public record Received(UUID delegation, String holder, String intitule) {}

    /**
     * A request and the name of its organisation.
     *
     * @param unanswered whether the other side has the last word
     */
    public record Line(Demande demande, String organisation, boolean unanswered) {}
}
