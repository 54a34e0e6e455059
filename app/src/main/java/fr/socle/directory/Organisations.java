package fr.socle.directory;

import fr.socle.directory.store.LogoStore;
import fr.socle.directory.store.MembershipStore;
import fr.socle.directory.store.OrganisationStore;
import fr.socle.directory.trail.OrganisationAct.OrganisationCreee;
import fr.socle.directory.trail.OrganisationAct.OrganisationDesactivee;
import fr.socle.directory.trail.OrganisationAct.OrganisationModifiee;
import fr.socle.directory.trail.OrganisationAct.OrganisationReactivee;
import fr.socle.journal.Journal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Administers organisations. Each act is one entry of the journal, in the same transaction. */
@Component
public class Organisations {

    private final OrganisationStore store;
    private final LogoStore logos;
    private final MembershipStore memberships;
    private final Journal journal;
    private final Clock clock;

    Organisations(
            OrganisationStore store,
            LogoStore logos,
            MembershipStore memberships,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.logos = logos;
        this.memberships = memberships;
        this.journal = journal;
        this.clock = clock;
    }

    public Optional<Organisation> find(OrganisationId id) {
        return store.find(id);
    }

    public Listing<Organisation> search(OrganisationSearch wanted, int size, long offset) {
        return store.search(wanted, size, offset);
    }

    /** Every active organisation, by name: those that may stand above another. */
    public List<Organisation> active() {
        return store.active();
    }

    @Transactional
    public Change<Organisation> create(Actor actor, OrganisationDraft draft) {
        return create(actor, draft, false);
    }

    Change<Organisation> create(Actor actor, OrganisationDraft draft, boolean demonstration) {
        store.lockRegister();
        var id = new OrganisationId(UUID.randomUUID());
        var refused = refusal(id, draft);
        if (refused != null) {
            return refused;
        }
        store.insert(id, draft, demonstration, clock.instant());
        journal.append(new OrganisationCreee(actor, id, draft));
        return done(id);
    }

    /**
     * @param version the one that the writer saw
     */
    @Transactional
    public Change<Organisation> change(
            Actor actor, OrganisationId id, OrganisationDraft draft, long version) {
        store.lockRegister();
        var present = store.find(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        if (present.version() != version) {
            return new Change.Stale<>(present);
        }
        var refused = refusal(id, draft);
        if (refused != null) {
            return refused;
        }
        var fields = draft.changedFrom(present.facts());
        if (fields.isEmpty()) {
            return new Change.Done<>(present);
        }
        store.update(id, draft, version);
        journal.append(new OrganisationModifiee(actor, id, fields));
        return done(id);
    }

    /** Deactivating ends every session in the organisation with its next request. */
    @Transactional
    public Change<Organisation> activate(
            Actor actor, OrganisationId id, boolean active, long version) {
        store.lockRegister();
        var present = store.find(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        if (present.version() != version) {
            return new Change.Stale<>(present);
        }
        if (present.active() == active) {
            return new Change.Done<>(present);
        }
        store.activate(id, active, version);
        if (!memberships.hasOperator()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Change.refused("active", "directory.last-operator");
        }
        journal.append(
                active
                        ? new OrganisationReactivee(actor, id)
                        : new OrganisationDesactivee(actor, id));
        return done(id);
    }

    public Optional<Logo> logo(OrganisationId id) {
        return logos.find(id);
    }

    /** Replaces the logo, or removes it, unless the organisation changed since this version. */
    @Transactional
    public Change<Organisation> setLogo(
            Actor actor, OrganisationId id, @Nullable Logo logo, long version) {
        var present = store.find(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        if (!store.renew(id, version)) {
            return new Change.Stale<>(present);
        }
        if (logo != null) {
            logos.save(id, logo);
        } else if (!logos.delete(id)) {
            return done(id);
        }
        journal.append(new OrganisationModifiee(actor, id, List.of("logo")));
        return done(id);
    }

    private @Nullable Change<Organisation> refusal(OrganisationId id, OrganisationDraft draft) {
        var same = store.find(draft.siret());
        if (same.isPresent() && !same.get().id().equals(id)) {
            return Change.refused("siret", "directory.organisation.siret-taken");
        }
        var parent = draft.parent();
        if (parent == null) {
            return null;
        }
        if (store.find(parent).isEmpty()) {
            return Change.refused("parent", "directory.organisation.parent");
        }
        return store.wouldCircle(id, parent)
                ? Change.refused("parent", "directory.organisation.circle")
                : null;
    }

    private Change<Organisation> done(OrganisationId id) {
        return new Change.Done<>(store.find(id).orElseThrow());
    }
}
