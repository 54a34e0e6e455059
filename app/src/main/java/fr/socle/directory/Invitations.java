package fr.socle.directory;

import fr.socle.directory.store.InvitationStore;
import fr.socle.directory.store.OrganisationStore;
import fr.socle.directory.store.ServiceStore;
import fr.socle.directory.trail.AccessAct.AgentInvite;
import fr.socle.directory.trail.AccessAct.InvitationRenvoyee;
import fr.socle.directory.trail.AccessAct.InvitationRetiree;
import fr.socle.kernel.Parsed;
import fr.socle.notifications.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Invites people to become agents of an organisation. The e-mail leaves exactly when the act is
 * committed.
 */
@Component
public class Invitations {

    /** How long an invitation opens the door. */
    public static final Duration LIFE = Duration.ofDays(14);

    private final InvitationStore store;
    private final OrganisationStore organisations;
    private final ServiceStore services;
    private final InvitationPost post;
    private final Written written;

    Invitations(
            InvitationStore store,
            OrganisationStore organisations,
            ServiceStore services,
            InvitationPost post,
            Written written) {
        this.store = store;
        this.organisations = organisations;
        this.services = services;
        this.post = post;
        this.written = written;
    }

    public Optional<Invitation> find(InvitationId id) {
        return store.find(id);
    }

    /** The invitation that this secret opens. */
    public Optional<Invitation> ofSecret(String secret) {
        return store.find(Secrets.hash(secret));
    }

    public Listing<Invitation> of(OrganisationId organisation, int size, long offset) {
        return store.of(organisation, size, offset);
    }

    /**
     * Invites. One address has one open invitation to an organisation: a form that was sent twice
     * must not leave two doors open, nor a letter whose link is dead.
     */
    @Transactional
    public Change<Invitation> invite(
            Actor actor, OrganisationId organisation, InvitationDraft draft) {
        var where = organisations.find(organisation).orElse(null);
        if (where == null) {
            return new Change.Unknown<>();
        }
        if (!where.active()) {
            return Change.refused("organisation", "directory.organisation.inactive");
        }
        var known = services.of(organisation).stream().map(Service::id).toList();
        if (!known.containsAll(draft.services())) {
            return Change.refused("services", "directory.services.unknown");
        }
        var invitation = fresh(organisation, draft);
        organisations.lockRegister();
        if (store.hasOther(invitation, now())) {
            return Change.refused("email", "directory.invitation.waiting");
        }
        if (post.recipient(invitation.id(), draft)
                instanceof Parsed.Invalid<Recipient>(var refusal)) {
            return new Change.Refused<>("email", refusal);
        }
        var secret = post.freshSecret();
        store.insert(invitation, Secrets.hash(secret), now());
        written.journal().append(new AgentInvite(actor, organisation, invitation.id(), draft));
        post.send(where, invitation, secret);
        return done(invitation.id());
    }

    /** Sends a new secret with a new delay; the one sent before opens nothing any more. */
    @Transactional
    public Change<Invitation> resend(Actor actor, InvitationId id, long version) {
        var present = store.find(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        var secret = post.freshSecret();
        if (!store.renew(id, Secrets.hash(secret), now().plus(LIFE), version)) {
            return new Change.Stale<>(present);
        }
        var renewed = store.find(id).orElseThrow();
        // because an acceptance, too, holds the invitation before it asks for the register
        organisations.lockRegister();
        if (store.hasOther(renewed, now())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Change.refused("email", "directory.invitation.waiting");
        }
        var where = organisations.find(renewed.organisation()).orElseThrow();
        written.journal().append(new InvitationRenvoyee(actor, where.id(), id));
        post.send(where, renewed, secret);
        return new Change.Done<>(renewed);
    }

    @Transactional
    public Change<Invitation> withdraw(Actor actor, InvitationId id, long version) {
        var present = store.find(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        if (!store.withdraw(id, version)) {
            return new Change.Stale<>(present);
        }
        written.journal().append(new InvitationRetiree(actor, present.organisation(), id));
        return done(id);
    }

    private Invitation fresh(OrganisationId organisation, InvitationDraft draft) {
        return new Invitation(
                new InvitationId(UUID.randomUUID()),
                organisation,
                draft,
                Invitation.State.ENVOYEE,
                now().plus(LIFE),
                1);
    }

    private Instant now() {
        return written.now();
    }

    private Change<Invitation> done(InvitationId id) {
        return new Change.Done<>(store.find(id).orElseThrow());
    }
}
