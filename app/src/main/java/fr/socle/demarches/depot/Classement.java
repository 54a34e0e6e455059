package fr.socle.demarches.depot;

import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.groupe.AffectationStore;
import fr.socle.demarches.groupe.GroupeStore;
import fr.socle.demarches.groupe.Routing;
import fr.socle.demarches.liste.Cles;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Puts a dossier where agents find it: in its group, in the columns of lists, among the words. */
@Component
class Classement {

    private final Revisions revisions;
    private final GroupeStore groupes;
    private final AffectationStore affectations;
    private final Cles cles;
    private final Delais delais;

    Classement(
            Revisions revisions,
            GroupeStore groupes,
            AffectationStore affectations,
            Cles cles,
            Delais delais) {
        this.revisions = revisions;
        this.groupes = groupes;
        this.affectations = affectations;
        this.cles = cles;
        this.delais = delais;
    }

    /** Sends it to the group that its answers name. In the transaction of the deposit. */
    void route(Depose dossier) {
        var known = groupes.of(dossier.fiche().demarche());
        if (known.size() > 1) {
            var values = dossier.reponses().valeurs();
            affectations.route(dossier.id(), Routing.choose(known, definition(dossier), values));
        }
    }

    /** What was asked to be corrected, what is answered now, and what happens by itself. */
    void delais(Depose dossier, Etape etape) {
        delais.note(dossier, etape);
    }

    /** In the transaction of the change. */
    void list(Depose dossier, Instant changedAt) {
        cles.write(dossier, definition(dossier), changedAt);
    }

    private Definition definition(Depose dossier) {
        return revisions.definition(dossier.fiche().revision());
    }
}
