package fr.socle.journal.log;

import fr.socle.journal.Hash;
import fr.socle.journal.store.ChainStore;
import fr.socle.journal.store.IntegrationStore;
import fr.socle.journal.store.IntegrationStore.Waiting;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import fr.socle.journal.store.PersonKeys;
import fr.socle.journal.store.PersonKeys.PersonKey;
import fr.socle.kernel.PersonRef;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Gives each person whom a batch concerns their next numbers: one read and one write for all of
 * them, in the transaction that holds the head's lock, so no number is given twice and none is left
 * out.
 */
@Component
class Linker {

    private final LogStore logs;
    private final IntegrationStore rows;
    private final ChainStore chains;
    private final PersonKeys keys;
    private final Pseudonyms pseudonyms;
    private final SecureRandom random;

    Linker(
            LogStore logs,
            IntegrationStore rows,
            ChainStore chains,
            PersonKeys keys,
            Pseudonyms pseudonyms,
            SecureRandom random) {
        this.logs = logs;
        this.rows = rows;
        this.chains = chains;
        this.keys = keys;
        this.pseudonyms = pseudonyms;
        this.random = random;
    }

    /** Begins a batch; the log links from this one on if it did not yet. */
    Linking begin(LogHead head, List<Waiting> waiting) {
        var names = pseudonyms.of(head.links().orElseGet(() -> beginLinks(head)));
        var known = new HashMap<PersonRef, Hash>();
        var concerned = new ArrayList<List<Hash>>(waiting.size());
        for (var persons : persons(waiting)) {
            concerned.add(
                    persons.stream().map(it -> known.computeIfAbsent(it, names::of)).toList());
        }
        return new Linking(concerned, chains.standing(head.log(), known.values()), random);
    }

    void finish(LogHead head, Linking linking) {
        if (!linking.openings().isEmpty()) {
            chains.write(head.log(), linking.moves());
            chains.add(head.log(), linking.openings());
        }
    }

    private LogHead.Links beginLinks(LogHead head) {
        var links = new LogHead.Links(head.size(), pseudonyms.freshKey());
        logs.beginLinks(head.log(), links.sealedKey());
        return links;
    }

    private List<Set<PersonRef>> persons(List<Waiting> waiting) {
        return waiting.stream().map(this::persons).toList();
    }

    private Set<PersonRef> persons(Waiting row) {
        var persons = row.persons();
        return new LinkedHashSet<>(persons == null ? sealed(row) : persons);
    }

    /** Those of a row that an older version wrote; an erased person gets no number. */
    private List<PersonRef> sealed(Waiting row) {
        var by = rows.sealedBy(row);
        var holders = keys.byId(by);
        return by.stream()
                .flatMap(key -> Optional.ofNullable(holders.get(key)).stream())
                .map(PersonKey::person)
                .toList();
    }
}
