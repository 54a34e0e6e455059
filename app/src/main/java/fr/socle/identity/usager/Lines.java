package fr.socle.identity.usager;

import fr.socle.identity.usager.store.LineStore;
import fr.socle.identity.usager.store.LineStore.Place;
import fr.socle.journal.Proofs;
import fr.socle.kernel.PersonRef;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was done with one person's identity. Each reading opens the journal anew. */
@Component
public class Lines {

    private static final Comparator<Line> NEWEST_FIRST =
            Comparator.comparingInt(Line::log).thenComparingLong(Line::index).reversed();

    private final LineStore store;
    private final Proofs proofs;

    Lines(LineStore store, Proofs proofs) {
        this.store = store;
        this.proofs = proofs;
    }

    public long count(PersonRef person, LineFilter filter) {
        return store.count(person, filter);
    }

    /** The newest first; what the journal erased meanwhile is not among them. */
    public List<Line> page(PersonRef person, LineFilter filter, int limit, long offset) {
        var byLog =
                store.page(person, filter, limit, offset).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Place::log,
                                        TreeMap::new,
                                        Collectors.mapping(Place::index, Collectors.toList())));
        return byLog.entrySet().stream()
                .flatMap(it -> proofs.read(person, it.getKey(), it.getValue()).stream())
                .map(Line::of)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** The names of the services where they signed in. */
    public List<String> services(PersonRef person) {
        return store.services(person);
    }

    /** The names of the providers through which they did. */
    public List<String> providers(PersonRef person) {
        return store.providers(person);
    }

    /** The client ids of these services. */
    public List<String> clients(PersonRef person) {
        return store.clients(person);
    }

    /** The sign-ins that bear this code, without the person. */
    public List<LineStore.SignIn> underCode(String code) {
        return code.isEmpty() ? List.of() : store.underCode(code);
    }
}
