package fr.socle.pieces;

import fr.socle.pieces.depot.Depot;
import fr.socle.pieces.store.PieceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares files and rows. A file that has had no row for a day was left by a crash and goes; a row
 * without its file is a loss, and is reported until somebody restores it.
 */
@Component
class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int BATCH = 1000;

    private final Depot depot;
    private final PieceStore store;
    private final Clock clock;

    Sweeper(Depot depot, PieceStore store, Clock clock) {
        this.depot = depot;
        this.store = store;
        this.clock = clock;
    }

    /** Deletes what has no row, and gives its number. */
    int removeOrphans() throws IOException {
        var before = clock.instant().minus(A_DAY);
        var batch = new ArrayList<PieceId>();
        int[] removed = {depot.dropDraftsOlderThan(before)};
        depot.forEachOlderThan(
                before,
                id -> {
                    batch.add(id);
                    if (batch.size() == BATCH) {
                        removed[0] += removeThoseWithoutRow(batch);
                        batch.clear();
                    }
                });
        return removed[0] + removeThoseWithoutRow(batch);
    }

    /** The rows whose file should be there and is not. */
    List<PieceId> lost() {
        var lost = new ArrayList<PieceId>();
        @Nullable PieceId last = null;
        for (var some = store.livingAfter(last, BATCH);
                !some.isEmpty();
                some = store.livingAfter(last, BATCH)) {
            some.stream().filter(it -> !depot.has(it)).filter(this::stillLives).forEach(lost::add);
            last = some.getLast();
        }
        lost.forEach(it -> LOG.error("the file of piece {} is lost", it));
        return lost;
    }

    /** It may have been purged between the two looks. */
    private boolean stillLives(PieceId id) {
        return !store.living(List.of(id)).isEmpty();
    }

    private int removeThoseWithoutRow(List<PieceId> files) {
        var living = store.living(files);
        int removed = 0;
        for (var id : files) {
            if (!living.contains(id)) {
                delete(id);
                removed++;
            }
        }
        return removed;
    }

    private void delete(PieceId id) {
        try {
            depot.delete(id);
            LOG.info("removed the file {}, to which no piece belongs", id);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot remove the file " + id, failed);
        }
    }
}
