package fr.socle.demarches.instruction;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.groupe.Groupe;
import fr.socle.demarches.groupe.GroupeId;
import fr.socle.demarches.groupe.GroupeStore;
import fr.socle.directory.Actor;
import fr.socle.directory.AgentId;
import fr.socle.directory.Change;
import fr.socle.journal.Journal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Administers the groups of a procedure. Whether the actor may is for the caller to check. */
@Component
public class Groupes {

    private final GroupeStore store;
    private final InCharge inCharge;
    private final Journal journal;

    Groupes(GroupeStore store, InCharge inCharge, Journal journal) {
        this.store = store;
        this.inCharge = inCharge;
        this.journal = journal;
    }

    /** All of them, closed ones included, in the order in which their rules are tried. */
    public List<Groupe> of(Demarche demarche) {
        return store.of(demarche.id());
    }

    /** The agents who may belong to a group: those of the procedure's services who examine. */
    public Set<AgentId> eligible(Demarche demarche) {
        return inCharge.ofServices(demarche.fiche().facts().services());
    }

    @Transactional
    public Change<Groupe> create(Actor actor, Demarche demarche, String label) {
        store.lock(demarche.id());
        var id = store.insert(demarche.id(), label);
        if (id.isEmpty()) {
            return Change.refused("label", "demarches.groupe.taken", label);
        }
        return done(actor, demarche, id.get(), GroupeAct.What.CREATION);
    }

    /**
     * What a group is, apart from its rule.
     *
     * @param active whether dossiers still come to it
     * @param agents none: every agent of the procedure's services
     */
    public record Draft(String label, boolean active, List<AgentId> agents) {
        public Draft {
            agents = List.copyOf(agents);
        }
    }

    /** The default group is always open. */
    @Transactional
    public Change<Groupe> change(Actor actor, Demarche demarche, Groupe seen, Draft draft) {
        store.lock(demarche.id());
        if (seen.byDefault() && !draft.active()) {
            return Change.refused("active", "demarches.groupe.default.open");
        }
        if (store.labelTaken(seen, draft.label())) {
            return Change.refused("label", "demarches.groupe.taken", draft.label());
        }
        if (!eligible(demarche).containsAll(draft.agents())) {
            return Change.refused("agents", "ui.form.choice");
        }
        if (!store.update(seen.id(), draft.label(), draft.active(), seen.version())) {
            return stale(seen);
        }
        store.agents(seen.id(), draft.agents());
        return done(actor, demarche, seen.id(), GroupeAct.What.MODIFICATION);
    }

    /** Which dossiers come to it from now on; those that are there stay where they are. */
    @Transactional
    public Change<Groupe> route(
            Actor actor, Demarche demarche, Groupe seen, @Nullable Condition rule) {
        if (seen.byDefault()) {
            return Change.refused("rule", "demarches.groupe.default.rule");
        }
        return store.rule(seen.id(), rule, seen.version())
                ? done(actor, demarche, seen.id(), GroupeAct.What.REGLE)
                : stale(seen);
    }

    /** Has its rule tried before the one above it. */
    @Transactional
    public void raise(Actor actor, Demarche demarche, GroupeId id) {
        store.lock(demarche.id());
        store.find(id).ifPresent(store::raise);
        done(actor, demarche, id, GroupeAct.What.ORDRE);
    }

    private Change<Groupe> stale(Groupe seen) {
        return new Change.Stale<>(store.find(seen.id()).orElseThrow());
    }

    private Change<Groupe> done(Actor actor, Demarche demarche, GroupeId id, GroupeAct.What what) {
        var now = store.find(id).orElseThrow();
        var where = demarche.fiche().organisation();
        journal.append(new GroupeAct(actor, where, demarche.id(), now.label(), what));
        return new Change.Done<>(now);
    }
}
