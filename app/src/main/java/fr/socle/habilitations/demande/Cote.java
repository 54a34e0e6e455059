package fr.socle.habilitations.demande;

import fr.socle.directory.DirectoryRights;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationRights;
import fr.socle.ui.access.Visitor;
import java.util.EnumSet;
import java.util.Set;

/** On which side of a request somebody stands. Who only reads stands on none. */
public enum Cote {
    /** Manages the organisation that requests. */
    DEMANDEUR,
    /** Examines for another organisation: nobody examines his own. */
    INSTRUCTEUR;

    /** The sides on which this agent or program may act. */
    public static Set<Cote> of(Visitor.Agent visitor, OrganisationId organisation) {
        var sides = EnumSet.noneOf(Cote.class);
        if (visitor.holds(DirectoryRights.MANAGE, organisation.value())) {
            sides.add(DEMANDEUR);
        }
        if (visitor.holds(HabilitationRights.EXAMINE)
                && !visitor.organisation().equals(organisation.value())) {
            sides.add(INSTRUCTEUR);
        }
        return sides;
    }
}
