package fr.socle.demarches.instruction;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.groupe.Affectation;
import fr.socle.demarches.groupe.AffectationStore;
import fr.socle.demarches.groupe.GroupeId;
import fr.socle.demarches.groupe.GroupeStore;
import fr.socle.demarches.letter.SuiviPost;
import fr.socle.demarches.trace.DossierAct.About;
import fr.socle.demarches.trace.DossierAct.Assigned;
import fr.socle.demarches.trace.DossierAct.Moved;
import fr.socle.directory.AgentId;
import fr.socle.journal.Journal;
import fr.socle.ui.access.Visitor;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has a dossier, and who is told of it. Whoever calls has checked that he is in charge. */
@Service
public class Attribution {

    private final AffectationStore store;
    private final GroupeStore groupes;
    private final InCharge inCharge;
    private final Desk desk;

    /** What the acts need around them. */
    @Component
    record Desk(Journal journal, SuiviPost post, Clock clock) {}

    /** What became of what an agent wanted. */
    public enum Outcome {
        DONE,
        /** Another agent was faster: the dossier is not where he saw it. */
        OVERTAKEN,
        /** The agent does not handle this dossier, or the group takes none. */
        NOT_POSSIBLE
    }

    Attribution(AffectationStore store, GroupeStore groupes, InCharge inCharge, Desk desk) {
        this.store = store;
        this.groupes = groupes;
        this.inCharge = inCharge;
        this.desk = desk;
    }

    public Affectation of(Depose dossier) {
        return store.of(dossier.id()).orElseThrow();
    }

    /** The agents to whom it can be given. */
    public Set<AgentId> candidates(Depose dossier) {
        return inCharge.of(dossier.fiche());
    }

    public void follow(Depose dossier, Visitor.Agent agent, boolean wanted) {
        var who = new AgentId(agent.agent());
        if (wanted) {
            store.follow(dossier.id(), who, desk.clock().instant());
        } else {
            store.unfollow(dossier.id(), who);
        }
    }

    /**
     * Gives it to an agent, who follows it from then on.
     *
     * @param to null: to nobody in particular
     */
    @Transactional
    public Outcome assign(Depose dossier, Visitor.Agent agent, @Nullable AgentId to) {
        if (to != null && !candidates(dossier).contains(to)) {
            return Outcome.NOT_POSSIBLE;
        }
        store.assign(dossier.id(), to);
        if (to != null) {
            store.follow(dossier.id(), to, desk.clock().instant());
        }
        desk.journal().append(new Assigned(About.of(dossier), agent));
        if (to != null && !to.value().equals(agent.agent())) {
            desk.post().assigned(dossier, to);
        }
        return Outcome.DONE;
    }

    /**
     * Has another group handle it, whatever the rules say from now on.
     *
     * @param from the group in which the agent saw it
     */
    @Transactional
    public Outcome move(Depose dossier, Visitor.Agent agent, GroupeId from, GroupeId to) {
        var wanted = groupes.find(to).orElse(null);
        if (wanted == null
                || !wanted.active()
                || !wanted.demarche().equals(dossier.fiche().demarche())) {
            return Outcome.NOT_POSSIBLE;
        }
        if (!store.move(dossier.id(), from, wanted)) {
            return Outcome.OVERTAKEN;
        }
        desk.journal().append(new Moved(About.of(dossier), agent, wanted.label()));
        return Outcome.DONE;
    }
}
