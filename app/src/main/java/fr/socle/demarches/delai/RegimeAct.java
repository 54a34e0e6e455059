package fr.socle.demarches.delai;

import fr.socle.demarches.DemarcheId;
import fr.socle.directory.Actor;
import fr.socle.directory.OrganisationId;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;

/**
 * What silence means in a procedure was changed. It tells of no usager.
 *
 * @param regime from now on, in a word
 */
record RegimeAct(Actor actor, OrganisationId organisation, DemarcheId demarche, String regime)
        implements Entry {

    private static final Kind KIND = new Kind("demarches.regime", Retention.of(Period.ofYears(3)));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                Part.readBy(Audience.AUDITEUR, Audience.DPO)
                        .with("organisation", organisation.toString())
                        .with("demarche", demarche.toString())
                        .with("regime", regime),
                Part.readBy(Audience.DPO)
                        .with("nature", actor.nature().code())
                        .with("nom", actor.name()));
    }
}
