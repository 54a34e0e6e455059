package fr.socle.journal.chain;

import fr.socle.journal.Hash;
import fr.socle.journal.JournalSettings;
import fr.socle.journal.append.JournalWriter;
import fr.socle.journal.store.ChainStore;
import fr.socle.journal.store.ChainStore.Standing;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import fr.socle.journal.store.MapStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the map of everybody's last entries into the log. Any node may do it, one at a time: the
 * map's row is the fence. One snapshot is read, so the map is true of exactly one size of the log;
 * only the ways to the persons whose number changed are made anew.
 */
@Component
public class MapMaker {

    private static final int CHUNK = 4096;

    private final LogStore logs;
    private final MapStore maps;
    private final ChainStore chains;
    private final JournalWriter writer;
    private final JournalSettings settings;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    MapMaker(
            LogStore logs,
            MapStore maps,
            ChainStore chains,
            JournalWriter writer,
            JournalSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.logs = logs;
        this.maps = maps;
        this.chains = chains;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Makes the next map once the last one is old enough and something changed. */
    public void makeWhenDue() {
        makeWhenOlderThan(settings.mapEvery());
    }

    /** True when a map was made. */
    boolean makeWhenOlderThan(Duration age) {
        var log = logs.current().map(LogHead::log).orElse(0);
        var due =
                maps.last(log)
                        .filter(it -> !it.madeAt().plus(age).isAfter(clock.instant()))
                        .isPresent();
        return due && maps.stale(log) && make();
    }

    /** Makes a map now; false when nothing changed, or another node is making one. */
    public boolean make() {
        try {
            return Boolean.TRUE.equals(snapshot.execute(_ -> makeUnderLock()));
        } catch (ConcurrencyFailureException another) {
            return false;
        }
    }

    private boolean makeUnderLock() {
        return logs.current()
                .filter(head -> head.links().isPresent() && maps.tryLock(head.log()).isPresent())
                .map(this::make)
                .orElse(false);
    }

    private boolean make(LogHead head) {
        var touched = maps.takeTouched(head.log());
        if (touched.isEmpty()) {
            return false;
        }
        var root = grow(head.log(), touched);
        var from = head.links().orElseThrow().from();
        var written = writer.append(new Carte(head.origin(), head.size(), from, root));
        maps.move(head.log(), head.size(), written.id(), clock.instant());
        return true;
    }

    /** In the order of their keys, so that each page is met in few chunks. */
    private Hash grow(int log, List<Hash> touched) {
        var pages = new Stored(maps, log);
        var root = Hash.sha256();
        for (int from = 0; from < touched.size(); from += CHUNK) {
            var chunk = touched.subList(from, Math.min(touched.size(), from + CHUNK));
            var last = chains.standing(log, chunk).values().stream().map(Standing::last).toList();
            root = MapGrowth.put(pages, last);
        }
        return root;
    }

    private record Stored(MapStore maps, int log) implements MapGrowth.Pages {
        @Override
        public Map<String, byte[]> read(Collection<String> paths) {
            return maps.pages(log, paths);
        }

        @Override
        public void write(Map<String, byte[]> pages) {
            maps.write(log, pages);
        }
    }
}
