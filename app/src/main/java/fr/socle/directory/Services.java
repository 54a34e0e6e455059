package fr.socle.directory;

import fr.socle.directory.store.OrganisationStore;
import fr.socle.directory.store.ServiceStore;
import fr.socle.directory.trail.OrganisationAct.ServiceCree;
import fr.socle.directory.trail.OrganisationAct.ServiceDesactive;
import fr.socle.directory.trail.OrganisationAct.ServiceModifie;
import fr.socle.directory.trail.OrganisationAct.ServiceReactive;
import fr.socle.journal.Journal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Administers the services of organisations. */
@Component
public class Services {

    private final ServiceStore store;
    private final OrganisationStore organisations;
    private final Journal journal;
    private final Clock clock;

    Services(ServiceStore store, OrganisationStore organisations, Journal journal, Clock clock) {
        this.store = store;
        this.organisations = organisations;
        this.journal = journal;
        this.clock = clock;
    }

    public Optional<Service> find(ServiceId id) {
        return store.find(id);
    }

    /** All of them, inactive ones included, by name. */
    public List<Service> of(OrganisationId organisation) {
        return store.of(organisation);
    }

    @Transactional
    public Change<Service> create(Actor actor, OrganisationId organisation, ServiceDraft draft) {
        organisations.lockRegister();
        if (organisations.find(organisation).isEmpty()) {
            return new Change.Unknown<>();
        }
        var id = new ServiceId(UUID.randomUUID());
        var refused = refusal(id, organisation, draft);
        if (refused != null) {
            return refused;
        }
        store.insert(id, organisation, draft, clock.instant());
        journal.append(new ServiceCree(actor, organisation, id, draft.name()));
        return done(id);
    }

    @Transactional
    public Change<Service> change(Actor actor, ServiceId id, ServiceDraft draft, long version) {
        organisations.lockRegister();
        var present = store.find(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        if (present.version() != version) {
            return new Change.Stale<>(present);
        }
        var refused = refusal(id, present.organisation(), draft);
        if (refused != null) {
            return refused;
        }
        store.update(id, draft, version);
        journal.append(new ServiceModifie(actor, present.organisation(), id, draft.name()));
        return done(id);
    }

    @Transactional
    public Change<Service> activate(Actor actor, ServiceId id, boolean active, long version) {
        var present = store.find(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        if (!store.activate(id, active, version)) {
            return new Change.Stale<>(present);
        }
        var where = present.organisation();
        journal.append(
                active
                        ? new ServiceReactive(actor, where, id, present.name())
                        : new ServiceDesactive(actor, where, id, present.name()));
        return done(id);
    }

    private @Nullable Change<Service> refusal(
            ServiceId id, OrganisationId organisation, ServiceDraft draft) {
        var parent = draft.parent();
        if (parent != null) {
            var above = store.find(parent).orElse(null);
            if (above == null || !above.organisation().equals(organisation)) {
                return Change.refused("parent", "directory.service.parent");
            }
            if (store.wouldCircle(id, parent)) {
                return Change.refused("parent", "directory.service.circle");
            }
        }
        return store.nameTaken(organisation, draft, id)
                ? Change.refused("name", "directory.service.name-taken")
                : null;
    }

    private Change<Service> done(ServiceId id) {
        return new Change.Done<>(store.find(id).orElseThrow());
    }
}
