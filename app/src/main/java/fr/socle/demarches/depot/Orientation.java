package fr.socle.demarches.depot;

import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.groupe.AffectationStore;
import fr.socle.demarches.groupe.GroupeStore;
import fr.socle.demarches.groupe.Routing;
import org.springframework.stereotype.Component;

/** Sends a dossier to the group that its answers name, at its deposit and at each correction. */
@Component
class Orientation {

    private final Revisions revisions;
    private final GroupeStore groupes;
    private final AffectationStore affectations;

    Orientation(Revisions revisions, GroupeStore groupes, AffectationStore affectations) {
        this.revisions = revisions;
        this.groupes = groupes;
        this.affectations = affectations;
    }

    /** In the transaction of the deposit. */
    void route(Depose dossier) {
        var fiche = dossier.fiche();
        var known = groupes.of(fiche.demarche());
        if (known.size() > 1) {
            var definition = revisions.definition(fiche.revision());
            var values = dossier.reponses().valeurs();
            affectations.route(dossier.id(), Routing.choose(known, definition, values));
        }
    }
}
