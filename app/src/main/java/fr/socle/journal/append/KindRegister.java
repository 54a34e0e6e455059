package fr.socle.journal.append;

import fr.socle.journal.Kind;
import fr.socle.journal.store.KindStore;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Notes each kind the first time that this node writes it. No entry waits for that: it is what
 * pages tell, not what the log holds.
 */
@Component
class KindRegister {

    private static final Logger LOG = LoggerFactory.getLogger(KindRegister.class);

    private final KindStore store;
    private final Set<Kind> noted = ConcurrentHashMap.newKeySet();

    KindRegister(KindStore store) {
        this.store = store;
    }

    void note(Kind kind) {
        if (noted.add(kind)) {
            // because the caller may hold the last connection of the pool
            Thread.startVirtualThread(() -> write(kind));
        }
    }

    private void write(Kind kind) {
        try {
            store.note(kind);
        } catch (DataAccessException failed) {
            noted.remove(kind);
            LOG.warn("kind {} is noted with its next entry: {}", kind.code(), failed.toString());
        }
    }
}
