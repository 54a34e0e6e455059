package fr.socle.directory;

import fr.socle.directory.store.AgentStore;
import fr.socle.directory.store.MembershipStore;
import fr.socle.directory.store.OrganisationStore;
import fr.socle.directory.trail.AgentAct.AgentDesactive;
import fr.socle.directory.trail.AgentAct.AgentModifie;
import fr.socle.directory.trail.AgentAct.AgentReactive;
import fr.socle.journal.Journal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Administers agents. Their places in organisations are {@link Memberships}. */
@Component
public class Agents {

    private final AgentStore store;
    private final MembershipStore memberships;
    private final OrganisationStore register;
    private final Sessions sessions;
    private final Journal journal;

    Agents(
            AgentStore store,
            MembershipStore memberships,
            OrganisationStore register,
            Sessions sessions,
            Journal journal) {
        this.store = store;
        this.memberships = memberships;
        this.register = register;
        this.sessions = sessions;
        this.journal = journal;
    }

    public Optional<Agent> find(AgentId id) {
        return store.find(id);
    }

    public Listing<Agent> search(AgentSearch wanted, int size, long offset) {
        return store.search(wanted, size, offset);
    }

    /** Corrects the name or the e-mail. */
    @Transactional
    public Change<Agent> change(Actor actor, AgentId id, AgentDraft draft, long version) {
        var present = store.find(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        var email = draft.email();
        var wanted =
                new Agent(
                        id,
                        draft.name(),
                        email == null ? null : email.value(),
                        present.active(),
                        present.demonstration(),
                        version);
        if (!store.update(wanted, version)) {
            return new Change.Stale<>(present);
        }
        for (var place : memberships.of(id)) {
            journal.append(new AgentModifie(actor, place.organisation(), wanted));
        }
        return done(id);
    }

    /** Deactivating ends every access with the next request, on every node. */
    @Transactional
    public Change<Agent> activate(Actor actor, AgentId id, boolean active, long version) {
        register.lockRegister();
        var present = store.find(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        if (!store.activate(id, active, version)) {
            return new Change.Stale<>(present);
        }
        if (!memberships.hasOperator()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Change.refused("active", "directory.last-operator");
        }
        if (!active) {
            // because a session that sleeps would open again with the agent
            sessions.closeAll(id);
        }
        for (var place : memberships.of(id)) {
            journal.append(
                    active
                            ? new AgentReactive(actor, place.organisation(), present)
                            : new AgentDesactive(actor, place.organisation(), present));
        }
        return done(id);
    }

    /** Whether the agent has a place in this organisation, be it suspended. */
    public boolean belongs(AgentId agent, OrganisationId organisation) {
        return memberships.find(agent, organisation).isPresent();
    }

    public List<Membership> placesOf(AgentId agent) {
        return memberships.of(agent);
    }

    private Change<Agent> done(AgentId id) {
        return new Change.Done<>(store.find(id).orElseThrow());
    }
}
