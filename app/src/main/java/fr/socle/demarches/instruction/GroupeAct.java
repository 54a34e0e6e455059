package fr.socle.demarches.instruction;

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
 * The groups of a procedure were changed. It tells of no usager.
 *
 * @param what happened to the group, in a word
 */
record GroupeAct(
        Actor actor, OrganisationId organisation, DemarcheId demarche, String label, What what)
        implements Entry {

    private static final Kind KIND = new Kind("demarches.groupe", Retention.of(Period.ofYears(3)));

    enum What {
        CREATION("creation"),
        MODIFICATION("modification"),
        REGLE("regle"),
        ORDRE("ordre");

        private final String code;

        What(String code) {
            this.code = code;
        }
    }

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
                        .with("groupe", label)
                        .with("action", what.code),
                Part.readBy(Audience.DPO)
                        .with("nature", actor.nature().code())
                        .with("nom", actor.name()));
    }
}
