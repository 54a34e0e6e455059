package fr.socle.directory;

import fr.socle.directory.store.TrailStore;
import org.springframework.stereotype.Component;

/** What was done in an organisation, as the journal tells it. */
@Component
public class History {

    private final TrailStore store;

    History(TrailStore store) {
        this.store = store;
    }

    /** The newest first. An act appears within a second of its commit. */
    public Listing<HistoryLine> of(OrganisationId organisation, int size, long offset) {
        return store.of(organisation, size, offset);
    }
}
