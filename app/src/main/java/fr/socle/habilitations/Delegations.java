package fr.socle.habilitations;

import fr.socle.directory.OrganisationId;
import java.util.List;

/** What organisations delegate to software editors, read from the database at each call. */
public interface Delegations {

    /**
     * The delegations on whose ground this editor may call today for this holder: not taken back,
     * and of an habilitation that founds exchanges today. None: nothing may be asked; several: the
     * call must say which.
     */
    List<Delegation> usable(OrganisationId editor, OrganisationId holder);
}
