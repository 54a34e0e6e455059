package fr.socle.directory;

import fr.socle.directory.store.AgentStore;
import fr.socle.directory.store.InvitationStore;
import fr.socle.directory.store.MembershipStore;
import fr.socle.directory.store.OrganisationStore;
import fr.socle.directory.trail.AgentAct.AgentRattache;
import fr.socle.kernel.Siren;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The directory, as the blocks above use it.
 *
 * <pre>{@code
 * var agent = directory.agentOf(issuer, sub);
 * }</pre>
 */
@Component
public class Directory {

    private final AgentStore agents;
    private final OrganisationStore organisations;
    private final MembershipStore memberships;
    private final InvitationStore invitations;
    private final Written written;

    Directory(
            AgentStore agents,
            OrganisationStore organisations,
            MembershipStore memberships,
            InvitationStore invitations,
            Written written) {
        this.agents = agents;
        this.organisations = organisations;
        this.memberships = memberships;
        this.invitations = invitations;
        this.written = written;
    }

    /** The agent to whom this identity was bound, active or not. */
    public Optional<Agent> agentOf(String issuer, String sub) {
        return agents.find(issuer, sub);
    }

    public Optional<Agent> agent(AgentId id) {
        return agents.find(id);
    }

    public Optional<Organisation> organisation(OrganisationId id) {
        return organisations.find(id);
    }

    /** The active organisations of this legal unit: one, unless its establishments are apart. */
    public List<Organisation> ofLegalUnit(Siren siren) {
        return organisations.ofLegalUnit(siren);
    }

    /** Whether this agent may act for this organisation at this moment. */
    public boolean isOf(AgentId agent, OrganisationId organisation) {
        return memberships.usable(agent).stream()
                .anyMatch(it -> it.organisation().equals(organisation));
    }

    /**
     * Binds an identity for which its issuer vouches to the agent whom the invitation makes. When
     * the identity is an agent's already, that agent gets the place: nobody exists twice. Of two
     * acceptances at once, exactly one is {@link Acceptance.Bound}.
     *
     * @param issuer at most 500 characters
     * @param sub at most 255 characters, unique at its issuer
     * @param displayName as the issuer gives it; when blank, the name of the invitation
     */
    @Transactional
    public Acceptance accept(String secret, String issuer, String sub, String displayName) {
        var invitation = invitations.lock(Secrets.hash(secret)).orElse(null);
        if (invitation == null) {
            return new Acceptance.Unknown();
        }
        return switch (invitation.state()) {
            case ACCEPTEE -> new Acceptance.AlreadyUsed();
            case RETIREE -> new Acceptance.Withdrawn();
            case ENVOYEE -> acceptSent(invitation, issuer, sub, displayName);
        };
    }

    private Acceptance acceptSent(
            Invitation invitation, String issuer, String sub, String displayName) {
        if (invitation.expired(written.now())) {
            return new Acceptance.Expired();
        }
        var where = organisations.find(invitation.organisation()).orElseThrow();
        if (!where.active()) {
            return new Acceptance.Withdrawn();
        }
        organisations.lockRegister();
        var agent =
                agents.find(issuer, sub)
                        .orElseGet(() -> newcomer(invitation, issuer, sub, displayName));
        return agent.active() ? place(invitation, agent) : new Acceptance.Deactivated();
    }

    private Acceptance place(Invitation invitation, Agent agent) {
        if (memberships.isDeactivated(agent.id(), invitation.organisation())) {
            return new Acceptance.PlaceDeactivated();
        }
        var draft = invitation.draft();
        memberships.join(
                agent.id(),
                invitation.organisation(),
                draft.roles(),
                draft.services(),
                written.now());
        invitations.accepted(invitation.id(), agent.id());
        written.journal()
                .append(
                        new AgentRattache(
                                Actor.of(agent), invitation.organisation(), agent, draft.roles()));
        return new Acceptance.Bound(agent, invitation.organisation());
    }

    private Agent newcomer(Invitation invitation, String issuer, String sub, String displayName) {
        var draft = invitation.draft();
        var agent =
                new Agent(
                        new AgentId(UUID.randomUUID()),
                        displayName.isBlank() ? draft.name() : displayName,
                        draft.email().value(),
                        true,
                        false,
                        1);
        agents.insert(agent, written.now());
        if (!agents.bind(issuer, sub, agent.id(), written.now())) {
            throw new IllegalStateException("an identity was bound under the register's lock");
        }
        return agent;
    }
}
