package fr.socle.directory;

import fr.socle.directory.store.AgentStore;
import fr.socle.directory.store.MembershipStore;
import fr.socle.directory.store.OrganisationStore;
import fr.socle.directory.store.ServiceStore;
import fr.socle.directory.trail.AgentAct;
import fr.socle.directory.trail.AgentAct.AgentRattache;
import fr.socle.directory.trail.AgentAct.RattachementModifie;
import fr.socle.directory.trail.AgentAct.RattachementRetabli;
import fr.socle.directory.trail.AgentAct.RattachementSuspendu;
import fr.socle.directory.trail.AgentAct.RoleAccorde;
import fr.socle.directory.trail.AgentAct.RoleRetire;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Administers agents' places in organisations, and their roles there. */
@Component
public class Memberships {

    private final MembershipStore store;
    private final OrganisationStore register;
    private final ServiceStore services;
    private final AgentStore agents;
    private final Written written;

    Memberships(
            MembershipStore store,
            OrganisationStore register,
            ServiceStore services,
            AgentStore agents,
            Written written) {
        this.store = store;
        this.register = register;
        this.services = services;
        this.agents = agents;
        this.written = written;
    }

    public Optional<Membership> find(AgentId agent, OrganisationId organisation) {
        return store.find(agent, organisation);
    }

    /** The organisations for which this agent may act now. */
    public List<Membership> usable(AgentId agent) {
        return store.usable(agent);
    }

    /** Gives a known agent a place in one more organisation, or widens the one that he has. */
    @Transactional
    public Change<Membership> join(
            Actor actor, AgentId agent, OrganisationId organisation, MembershipDraft draft) {
        register.lockRegister();
        var who = agents.find(agent).orElse(null);
        if (who == null || register.find(organisation).isEmpty()) {
            return new Change.Unknown<>();
        }
        if (!areOf(organisation, draft.services())) {
            return Change.refused("services", "directory.services.unknown");
        }
        store.join(agent, organisation, draft.roles(), draft.services(), written.now());
        written.journal().append(new AgentRattache(actor, organisation, who, draft.roles()));
        return new Change.Done<>(store.find(agent, organisation).orElseThrow());
    }

    /**
     * Changes roles and services.
     *
     * @param grantable roles that the actor may give or take; he leaves the others as they are
     */
    @Transactional
    public Change<Membership> change(
            Actor actor, Membership seen, MembershipDraft draft, List<String> grantable) {
        var present = lock(seen);
        if (present.isEmpty()) {
            return new Change.Unknown<>();
        }
        if (!areOf(seen.organisation(), draft.services())) {
            return Change.refused("services", "directory.services.unknown");
        }
        var kept = present.get().roles().stream().filter(it -> !grantable.contains(it)).toList();
        var roles = new ArrayList<>(draft.roles().stream().filter(grantable::contains).toList());
        roles.addAll(kept);
        var wanted =
                new Membership(
                        seen.agent(),
                        seen.organisation(),
                        seen.organisationName(),
                        roles.stream().sorted().toList(),
                        draft.services(),
                        present.get().active(),
                        seen.version());
        return leavesNobody(present.get(), wanted, grantable)
                ? Change.refused("roles", "directory.last-manager")
                : write(actor, present.get(), wanted);
    }

    /**
     * Suspends the place, or restores it: access ends with the next request.
     *
     * @param grantable roles that the actor may give or take; a place with another one is beyond
     *     him
     */
    @Transactional
    public Change<Membership> activate(
            Actor actor, Membership seen, boolean active, List<String> grantable) {
        var present = lock(seen).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        if (present.roles().contains(Role.OPERATEUR) && !grantable.contains(Role.OPERATEUR)) {
            return Change.refused("roles", "directory.member.beyond");
        }
        var wanted =
                new Membership(
                        seen.agent(),
                        seen.organisation(),
                        seen.organisationName(),
                        present.roles(),
                        present.services(),
                        active,
                        seen.version());
        return leavesNobody(present, wanted, grantable)
                ? Change.refused("roles", "directory.last-manager")
                : write(actor, present, wanted);
    }

    /** An organisation keeps somebody who manages it, unless an operator decides otherwise. */
    private boolean leavesNobody(Membership before, Membership after, List<String> grantable) {
        return manages(before)
                && !manages(after)
                && !grantable.contains(Role.OPERATEUR)
                && !store.hasOtherManager(before.agent(), before.organisation());
    }

    private static boolean manages(Membership place) {
        return place.active() && place.roles().contains(Role.GESTIONNAIRE);
    }

    private Optional<Membership> lock(Membership seen) {
        register.lockRegister();
        return store.find(seen.agent(), seen.organisation());
    }

    private Change<Membership> write(Actor actor, Membership before, Membership after) {
        if (!store.update(after)) {
            return new Change.Stale<>(before);
        }
        if (!store.hasOperator()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Change.refused("roles", "directory.last-operator");
        }
        var who = agents.find(after.agent()).orElseThrow();
        acts(actor, who, before, after).forEach(written.journal()::append);
        return new Change.Done<>(store.find(after.agent(), after.organisation()).orElseThrow());
    }

    private static List<AgentAct> acts(
            Actor actor, Agent who, Membership before, Membership after) {
        var where = after.organisation();
        var acts = new ArrayList<AgentAct>();
        for (var role : after.roles()) {
            if (!before.roles().contains(role)) {
                acts.add(new RoleAccorde(actor, where, who, role));
            }
        }
        for (var role : before.roles()) {
            if (!after.roles().contains(role)) {
                acts.add(new RoleRetire(actor, where, who, role));
            }
        }
        if (!new HashSet<>(before.services()).equals(new HashSet<>(after.services()))) {
            acts.add(new RattachementModifie(actor, where, who, after.services()));
        }
        if (before.active() != after.active()) {
            acts.add(
                    after.active()
                            ? new RattachementRetabli(actor, where, who)
                            : new RattachementSuspendu(actor, where, who));
        }
        return acts;
    }

    private boolean areOf(OrganisationId organisation, List<ServiceId> wanted) {
        var known = services.of(organisation).stream().map(Service::id).toList();
        return known.containsAll(wanted);
    }
}
