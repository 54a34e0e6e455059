package fr.socle.identity;

import fr.socle.ui.access.Visitor;

/** The usagers who are signed in, as the pages of the blocks above see them. */
public interface Usagers {

    /**
     * What the federation said of this visitor when they signed in.
     *
     * @throws fr.socle.ui.access.SignInNeeded when the session ended meanwhile
     */
    UsagerConnecte connected(Visitor.Usager visitor);
}
