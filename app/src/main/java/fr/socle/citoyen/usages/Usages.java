package fr.socle.citoyen.usages;

import fr.socle.citoyen.store.UsageStore;
import fr.socle.citoyen.store.UsageStore.Exchange;
import fr.socle.citoyen.store.UsageStore.Head;
import fr.socle.journal.Journal;
import fr.socle.journal.Kind;
import fr.socle.journal.ProofOfEntry;
import fr.socle.journal.Proofs;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What was done with one person's data. Each reading opens the journal anew. */
@Service
public class Usages {

    private static final Comparator<Usage> NEWEST_FIRST =
            Comparator.comparing(
                            Usage::place,
                            Comparator.comparingInt(Place::log).thenComparingLong(Place::index))
                    .reversed();

    private static final int BATCH = 500;
    private static final int MOST_SAME = 100;

    /** After every line. */
    private static final Place END = new Place(Integer.MAX_VALUE, Long.MAX_VALUE);

    private final UsageStore store;
    private final Proofs proofs;
    private final Journal journal;

    Usages(UsageStore store, Proofs proofs, Journal journal) {
        this.store = store;
        this.proofs = proofs;
        this.journal = journal;
    }

    public long count(PersonRef person, Filter filter) {
        return store.count(person, filter);
    }

    /** How many lines {@link #page} has in all. */
    public long lines(PersonRef person, Filter filter) {
        return store.lines(person, filter);
    }

    /** The newest first; what the journal erased meanwhile is not among them. */
    public List<Told> page(PersonRef person, Filter filter, int limit, long offset) {
        var heads =
                store.page(person, filter, limit, offset).stream()
                        .collect(Collectors.toMap(Head::place, it -> it));
        return read(person, List.copyOf(heads.keySet())).stream()
                .map(it -> told(it, Objects.requireNonNull(heads.get(it.place()))))
                .toList();
    }

    private static Told told(Usage usage, Head head) {
        return new Told(usage, head.times(), head.since());
    }

    /** The other refusals that are told with this one, the newest first; at most 100. */
    public List<Usage> sameAs(PersonRef person, Usage usage) {
        return read(person, store.sameAs(person, usage.place(), MOST_SAME));
    }

    /**
     * Every line, the newest first, each once: what is written meanwhile, as the line of this very
     * reading, moves no other.
     */
    public List<Usage> all(PersonRef person) {
        var all = new ArrayList<Usage>();
        var places = store.before(person, END, BATCH);
        while (!places.isEmpty()) {
            all.addAll(read(person, places));
            places = store.before(person, places.getLast(), BATCH);
        }
        return all;
    }

    /** Empty for an entry that does not exist and, alike, for one that concerns others only. */
    public Optional<Usage> find(PersonRef person, Place place) {
        return store.concerns(person, place)
                ? read(person, List.of(place)).stream().findFirst()
                : Optional.empty();
    }

    /**
     * What a line of an exchange is contested by, whichever log holds it. Empty for any other line,
     * and for one that was noted before this was and lies in a closed log.
     */
    public Optional<Exchange> exchange(PersonRef person, Place place) {
        return store.concerns(person, place)
                ? store.exchange(person, place).or(() -> unnoted(place))
                : Optional.empty();
    }

    private Optional<Exchange> unnoted(Place place) {
        return journal.at(place.index())
                .filter(it -> it.log() == place.log())
                .flatMap(it -> it.content())
                .flatMap(Contested::exchange);
    }

    public List<String> organisations(PersonRef person) {
        return store.organisations(person);
    }

    /** Empty until a checkpoint covers the entry. */
    public Optional<ProofOfEntry> receipt(PersonRef person, Place place) {
        return proofs.receiptFor(person, place.log(), place.index());
    }

    /** Why an entry of this kind is kept as long as it is. */
    public Optional<Retention> retention(String kind) {
        return proofs.kinds().stream()
                .filter(it -> it.code().equals(kind))
                .map(Kind::retention)
                .findFirst();
    }

    private List<Usage> read(PersonRef person, List<Place> places) {
        var byLog =
                places.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Place::log,
                                        TreeMap::new,
                                        Collectors.mapping(Place::index, Collectors.toList())));
        return byLog.entrySet().stream()
                .flatMap(it -> proofs.read(person, it.getKey(), it.getValue()).stream())
                .map(Usage::of)
                .sorted(NEWEST_FIRST)
                .toList();
    }
}
