package fr.socle.avis.observatoire.edition;

import fr.socle.avis.observatoire.indicator.Board;
import fr.socle.avis.observatoire.indicator.Judgement;
import fr.socle.avis.observatoire.indicator.Quarter;
import fr.socle.journal.Journal;
import fr.socle.journal.LoggedEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The quarters that were frozen. An hour after a quarter of Paris has ended its board is written
 * down as it is, and the journal signs the fingerprint of its open data: nobody changes it any
 * more, neither page nor database.
 */
@Service
public class Editions {

    /** What was measured in the last minute must have been written. */
    private static final Duration AFTER = Duration.ofHours(1);

    private final EditionStore store;
    private final Measuring measuring;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Quarter, Board> boards = new Recent();

    Editions(
            EditionStore store,
            Measuring measuring,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.measuring = measuring;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The newest first. */
    public List<Edition> all() {
        return store.all();
    }

    public Optional<Edition> find(Quarter quarter) {
        return store.find(quarter);
    }

    /** As it was frozen. It never changes, so each node keeps the last ones that were asked for. */
    public Board board(Edition edition) {
        synchronized (boards) {
            return boards.computeIfAbsent(edition.quarter(), store::board);
        }
    }

    /** Its open data, as they were signed. */
    public String csv(Edition edition) {
        return store.csv(edition.quarter());
    }

    /** What the last editions said of one procedure, the oldest first. */
    public Map<Quarter, Board.Line> history(UUID demarche, int most) {
        return store.history(demarche, most);
    }

    /** Its line in the journal; empty for a second or so, and after an erased log. */
    public Optional<LoggedEntry> entry(Edition edition) {
        return journal.find(edition.reference());
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT3M")
    void round() {
        try {
            var ended = Quarter.of(clock.instant().minus(AFTER)).previous();
            if (store.find(ended).isEmpty() && store.measured(ended.first(), ended.last())) {
                freeze(ended);
            }
        } catch (DataAccessException unavailable) {
            // the next round is ten minutes away
        }
    }

    /**
     * Freezes a quarter that has ended; the edition that exists stays what it is.
     *
     * @throws IllegalArgumentException for a quarter that has not ended
     */
    public Edition freeze(Quarter quarter) {
        if (clock.instant().isBefore(quarter.end())) {
            throw new IllegalArgumentException(quarter.code() + " has not ended");
        }
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            store.lock();
                            return store.find(quarter).orElseGet(() -> frozen(quarter));
                        }));
    }

    private Edition frozen(Quarter quarter) {
        var counted = measuring.count(quarter.first(), quarter.last());
        var board = measuring.board(quarter.first(), quarter.last(), Judgement.ENOUGH, counted);
        var csv = OpenData.csv(board);
        var digest = digest(csv);
        var fingerprint = HexFormat.of().formatHex(digest);
        var reference =
                journal.append(new EditionFigee(quarter, board.lines().size(), fingerprint));
        var edition = new Edition(quarter, clock.instant(), digest, reference.id());
        store.insert(edition, csv, board.lines());
        return edition;
    }

    private static byte[] digest(String csv) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(csv.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    /** Forgets the one that was asked for longest ago. */
    private static final class Recent extends LinkedHashMap<Quarter, Board> {

        private static final int KEPT = 8;

        Recent() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Quarter, Board> eldest) {
            return size() > KEPT;
        }
    }
}
