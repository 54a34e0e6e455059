package fr.socle.identity.partner;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.partner.trace.Act;
import fr.socle.identity.partner.trace.PartnerEntry;
import fr.socle.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What every act on a connected service does: lock, compare the version, write, journal, tell. */
@Component
class Moves {

    private final ConnectedServiceStore store;
    private final Clients clients;
    private final Journal journal;
    private final PartnerPost post;
    private final Clock clock;

    Moves(
            ConnectedServiceStore store,
            Clients clients,
            Journal journal,
            PartnerPost post,
            Clock clock) {
        this.store = store;
        this.clients = clients;
        this.journal = journal;
        this.post = post;
        this.clock = clock;
    }

    /** Does it if the service is still as the actor saw it; the row is locked until the end. */
    @Transactional
    public Change<ConnectedService> on(
            Wish wish, Function<ConnectedService, Change<ConnectedService>> act) {
        var present = store.lock(wish.clientId()).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        return present.version() == wish.version()
                ? act.apply(present)
                : new Change.Stale<>(present);
    }

    /** Writes the service as it is now. */
    Change<ConnectedService> write(ConnectedService after) {
        clients.register(after.client());
        store.update(after);
        return new Change.Done<>(store.find(after.id()).orElseThrow());
    }

    void note(Act act, Actor actor, ConnectedService after, String detail) {
        journal.append(new PartnerEntry(act, actor, after.organisation(), after.client(), detail));
    }

    void tell(Act act, ConnectedService after, @Nullable Instant until, String why) {
        post.tell(act, after, until, why);
    }

    /** Writes, notes and tells what is nothing but a move from one state to the next. */
    Change<ConnectedService> move(Act act, Actor actor, ConnectedService after, String why) {
        var done = write(after);
        if (done instanceof Change.Done<ConnectedService>(var written)) {
            note(act, actor, written, why);
            tell(act, written, null, why);
        }
        return done;
    }

    static ConnectedService with(ConnectedService present, Client client) {
        return new ConnectedService(
                client,
                present.organisation(),
                present.stage(),
                present.contacts(),
                present.previousUntil(),
                present.version());
    }

    Instant now() {
        return clock.instant();
    }
}
