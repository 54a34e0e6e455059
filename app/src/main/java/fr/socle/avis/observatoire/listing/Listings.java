package fr.socle.avis.observatoire.listing;

import fr.socle.avis.observatoire.listing.ListedDemarche.Facts;
import fr.socle.avis.observatoire.listing.ListingAct.Done;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import fr.socle.journal.Journal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The procedures that the Observatoire lists. Each act of an administration is one entry of the
 * journal, in the same transaction.
 */
@Service
public class Listings {

    private final ListedStore store;
    private final OwnDemarches own;
    private final Journal journal;
    private final Clock clock;

    Listings(ListedStore store, OwnDemarches own, Journal journal, Clock clock) {
        this.store = store;
        this.own = own;
        this.journal = journal;
        this.clock = clock;
    }

    /** All of them: those of this house first, each by name. */
    public List<ListedDemarche> all() {
        var declared = store.all();
        var added =
                declared.stream()
                        .filter(ListedDemarche::onSocle)
                        .collect(Collectors.toMap(ListedDemarche::id, it -> it));
        var all = new ArrayList<ListedDemarche>();
        own.all().forEach(it -> all.add(OwnDemarches.with(it, added)));
        declared.stream().filter(it -> !it.onSocle()).forEach(all::add);
        return all;
    }

    public Optional<ListedDemarche> find(UUID id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** The one of this number that does not run in this house. */
    public Optional<ListedDemarche> declared(UUID id) {
        return store.find(id).filter(it -> !it.onSocle());
    }

    /** Those of this organisation that do not run in this house, by name. */
    public List<ListedDemarche> declared(OrganisationId owner) {
        return store.all().stream()
                .filter(it -> !it.onSocle() && it.organisation().equals(owner))
                .toList();
    }

    Optional<ListedDemarche> find(OrganisationId owner, Facts facts) {
        return store.find(owner, facts.name(), facts.administration());
    }

    @Transactional
    public Change<ListedDemarche> create(Actor actor, OrganisationId owner, Facts facts) {
        var fresh = new ListedDemarche(UUID.randomUUID(), owner, false, facts, 1);
        try {
            store.insert(fresh, clock.instant());
        } catch (DuplicateKeyException twice) {
            return twice();
        }
        write(Done.LISTED, actor, fresh);
        return new Change.Done<>(fresh);
    }

    /**
     * @param present as the writer saw it
     */
    @Transactional
    public Change<ListedDemarche> change(Actor actor, ListedDemarche present, Facts facts) {
        var changed =
                new ListedDemarche(
                        present.id(),
                        present.organisation(),
                        present.onSocle(),
                        facts,
                        present.version());
        try {
            if (changed.onSocle() && changed.version() == 0) {
                store.insert(changed, clock.instant());
            } else if (!store.update(changed, clock.instant())) {
                return find(present.id())
                        .<Change<ListedDemarche>>map(Change.Stale::new)
                        .orElseGet(Change.Unknown::new);
            }
        } catch (DuplicateKeyException twice) {
            return twice();
        }
        write(Done.CHANGED, actor, changed);
        return new Change.Done<>(changed);
    }

    /** Editions keep what they said of it. One of this house cannot go while it is published. */
    @Transactional
    public Change<ListedDemarche> withdraw(Actor actor, ListedDemarche present) {
        if (present.onSocle() || !store.delete(present.id(), present.version())) {
            return new Change.Unknown<>();
        }
        write(Done.WITHDRAWN, actor, present);
        return new Change.Done<>(present);
    }

    /** All lines of a file, or none. */
    @Transactional
    public Change<List<ListedDemarche>> write(
            Actor actor, OrganisationId owner, List<Facts> lines) {
        var written = new ArrayList<ListedDemarche>();
        for (var facts : lines) {
            var known = find(owner, facts);
            var change =
                    known.isPresent()
                            ? change(actor, known.get(), facts)
                            : create(actor, owner, facts);
            if (!(change instanceof Change.Done<ListedDemarche>(var done))) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return Change.refused("", "avis.listed.changed-meanwhile", facts.name());
            }
            written.add(done);
        }
        return new Change.Done<>(written);
    }

    /** Somebody tried to change what another administration lists. */
    public void refused(Actor actor, ListedDemarche listed) {
        journal.appendAlone(entry(Done.REFUSED, actor, listed));
    }

    private void write(Done done, Actor actor, ListedDemarche listed) {
        journal.append(entry(done, actor, listed));
    }

    private static ListingAct entry(Done done, Actor actor, ListedDemarche listed) {
        return new ListingAct(
                done, actor, listed.organisation(), listed.id(), listed.facts().name());
    }

    /** The failed statement ended the transaction. */
    private static Change<ListedDemarche> twice() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return Change.refused(ListedForm.NAME, "avis.listed.twice");
    }
}
