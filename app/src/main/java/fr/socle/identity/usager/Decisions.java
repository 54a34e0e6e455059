package fr.socle.identity.usager;

import fr.socle.identity.UsagerConnecte;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.federation.Client;
import fr.socle.identity.usager.UsagerAct.ReglagesChanges;
import fr.socle.identity.usager.store.PreferenceStore;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person decides about their sign-ins. Each decision is journalled and told by e-mail, so
 * that whoever decides in their place is seen.
 */
@Component
public class Decisions {

    /** Who decides, and in which language they read. */
    public record Author(UsagerConnecte usager, String language) {

        PersonRef person() {
            return usager.person();
        }
    }

    private final PreferenceStore store;
    private final InUse inUse;
    private final Notices notices;
    private final Journal journal;
    private final Clock clock;

    Decisions(PreferenceStore store, InUse inUse, Notices notices, Journal journal, Clock clock) {
        this.store = store;
        this.inUse = inUse;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Says which providers may identify the person.
     *
     * @param shown those among which they chose
     * @param allowed uids of these
     * @param present the uid of the provider through which they are signed in here, or empty
     */
    @Transactional
    public Decided chooseProviders(
            Author author,
            List<Provider> shown,
            Set<String> allowed,
            boolean future,
            String present,
            long version) {
        var using = shown.stream().filter(it -> it.uid().equals(present)).findFirst();
        if (using.isPresent() && !allowed.contains(present)) {
            return new Decided.InUse(
                    Refusal.of("identity.mine.providers.in-use", using.get().label()));
        }
        var before = store.of(author.person());
        if (!store.write(author.person(), future, before.warned(), version, clock.instant())) {
            return new Decided.Stale();
        }
        shown.forEach(it -> store.choose(author.person(), it.uid(), allowed.contains(it.uid())));
        tell(author, changes(before, shown, allowed, future));
        return new Decided.Done();
    }

    private static List<Change> changes(
            Choices before, List<Provider> shown, Set<String> allowed, boolean future) {
        var changes = new ArrayList<Change>();
        for (var provider : shown) {
            var now = allowed.contains(provider.uid());
            if (before.allows(provider.uid()) != now) {
                var key = now ? "provider-allowed" : "provider-blocked";
                changes.add(new Change(key, provider.label()));
            }
        }
        if (before.futureProviders() != future) {
            changes.add(new Change(future ? "future-allowed" : "future-blocked", ""));
        }
        return changes;
    }

    /** Blocks a service; one to which the person is signed in now is refused. */
    @Transactional
    public Decided block(Author author, Client client) {
        if (inUse.services(author.person()).contains(client.clientId())) {
            return new Decided.InUse(Refusal.of("identity.mine.services.in-use", client.name()));
        }
        if (store.block(author.person(), client.clientId(), clock.instant())) {
            tell(author, List.of(new Change("service-blocked", client.name())));
        }
        return new Decided.Done();
    }

    @Transactional
    public Decided unblock(Author author, Client client) {
        if (store.unblock(author.person(), client.clientId())) {
            tell(author, List.of(new Change("service-allowed", client.name())));
        }
        return new Decided.Done();
    }

    /** Says when to be warned by e-mail. */
    @Transactional
    public Decided warn(Author author, Warned warned, long version) {
        var before = store.of(author.person());
        var written =
                store.write(
                        author.person(),
                        before.futureProviders(),
                        warned,
                        version,
                        clock.instant());
        if (!written) {
            return new Decided.Stale();
        }
        if (before.warned() != warned) {
            tell(author, List.of(new Change("warned-" + warned.code(), "")));
        }
        return new Decided.Done();
    }

    private void tell(Author author, List<Change> changes) {
        if (!changes.isEmpty()) {
            journal.append(new ReglagesChanges(author.person(), notices.inFrench(changes)));
            notices.changed(author, changes);
        }
    }
}
