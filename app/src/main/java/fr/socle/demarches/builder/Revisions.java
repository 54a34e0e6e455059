package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Definition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The published revisions, as filling and instruction read them. Fields never change once
 * published, so each node keeps the last ones that it read; facts are read at each call.
 */
@Component
public class Revisions {

    private static final int KEPT = 64;

    private final RevisionStore store;
    private final Map<RevisionId, Definition> kept = new Recent();

    Revisions(RevisionStore store) {
        this.store = store;
    }

    public Optional<PublishedRevision> revision(RevisionId id) {
        return store.find(id).map(this::complete);
    }

    /** The newest one, whether the procedure is open or closed. */
    public Optional<PublishedRevision> latest(DemarcheId demarche) {
        return store.latest(demarche).map(this::complete);
    }

    /** The newest one, by the procedure's short name in addresses. */
    public Optional<PublishedRevision> latest(String slug) {
        return store.latest(slug).map(this::complete);
    }

    private PublishedRevision complete(RevisionStore.Head head) {
        return head.completed().apply(definition(head.id()));
    }

    /** What it asks; nothing is read for one that is kept. */
    public Definition definition(RevisionId id) {
        synchronized (kept) {
            var known = kept.get(id);
            if (known != null) {
                return known;
            }
        }
        var read = store.definition(id);
        synchronized (kept) {
            kept.put(id, read);
        }
        return read;
    }

    /** Forgets the one that was used longest ago. */
    private static final class Recent extends LinkedHashMap<RevisionId, Definition> {

        Recent() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<RevisionId, Definition> eldest) {
            return size() > KEPT;
        }
    }
}
