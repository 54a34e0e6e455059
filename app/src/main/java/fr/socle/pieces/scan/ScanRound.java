package fr.socle.pieces.scan;

import fr.socle.journal.Journal;
import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceAnalysee;
import fr.socle.pieces.PieceState;
import fr.socle.pieces.PiecesSettings;
import fr.socle.pieces.seal.Vault;
import fr.socle.pieces.store.PieceRow;
import fr.socle.pieces.store.ScanStore;
import fr.socle.pieces.trace.PieceInfectee;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the waiting pieces to the scanner, one after the other, on every node. Nothing is held
 * during a scan but a lease.
 */
@Component
class ScanRound {

    private static final Logger LOG = LoggerFactory.getLogger(ScanRound.class);

    /** How long an infected piece is kept, for who wants to know what came in. */
    private static final int INFECTED_DAYS = 30;

    private final ScanStore store;
    private final Vault vault;
    private final Scanner scanner;
    private final Announcer announcer;
    private final Pace pace;

    ScanRound(ScanStore store, Vault vault, Scanner scanner, Announcer announcer, Pace pace) {
        this.store = store;
        this.vault = vault;
        this.scanner = scanner;
        this.announcer = announcer;
        this.pace = pace;
    }

    /** A round that lasts longer delays the next one: the scheduler runs one at a time. */
    @Scheduled(fixedDelayString = "PT1S")
    void everySecond() {
        for (var next = store.claim(pace.now(), pace.lease());
                next.isPresent();
                next = store.claim(pace.now(), pace.lease())) {
            settle(next.get());
        }
    }

    private void settle(PieceRow row) {
        var piece = row.piece();
        int attempt = ((PieceState.EnAttente) piece.state()).attempts();
        switch (scan(row)) {
            case Verdict.Clean _ ->
                    announcer.readable(piece, attempt, new PieceState.Saine(pace.now()));
            case Verdict.Nobody _ ->
                    announcer.readable(piece, attempt, new PieceState.NonAnalysee());
            case Verdict.Infected(var signature) ->
                    announcer.infected(
                            piece,
                            attempt,
                            new PieceState.Infectee(signature, pace.now()),
                            pace.today().plusDays(INFECTED_DAYS));
            case Verdict.Undecided(var problem) -> {
                LOG.warn("piece {} still waits for its scan: {}", piece.id(), problem);
                store.postpone(piece.id(), attempt, problem, pace.after(attempt));
            }
        }
    }

    private Verdict scan(PieceRow row) {
        var piece = row.piece();
        var key = Objects.requireNonNull(row.sealedKey(), "a waiting piece has its key");
        try (var content = vault.open(piece.id(), key, piece.size())) {
            return scanner.scan(content);
        } catch (IOException unreadable) {
            return new Verdict.Undecided("the file cannot be read: " + unreadable.getMessage());
        }
    }

    /** When what is due. */
    @Component
    record Pace(Clock clock, PiecesSettings settings) {

        private static final Duration FIRST = Duration.ofSeconds(5);
        private static final Duration LONGEST = Duration.ofHours(1);

        java.time.Instant now() {
            return clock.instant();
        }

        LocalDate today() {
            return LocalDate.ofInstant(now(), ZoneId.of("Europe/Paris"));
        }

        /** Longer than any scan. */
        Duration lease() {
            return settings.clamdTimeout().plusSeconds(30);
        }

        /** 5 s, then twice as long each time, up to an hour. */
        java.time.Instant after(int attempts) {
            var wait = FIRST.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
            return now().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        }
    }

    /** Writes a verdict, its entry in the journal and its event together. */
    @Component
    static class Announcer {

        private final ScanStore store;
        private final Journal journal;
        private final ApplicationEventPublisher events;
        private final TransactionTemplate transactions;

        Announcer(
                ScanStore store,
                Journal journal,
                ApplicationEventPublisher events,
                PlatformTransactionManager transactions) {
            this.store = store;
            this.journal = journal;
            this.events = events;
            this.transactions = new TransactionTemplate(transactions);
        }

        void readable(Piece piece, int attempt, PieceState.Lisible state) {
            transactions.executeWithoutResult(
                    _ -> {
                        if (store.settle(piece.id(), attempt, state, since(state, piece))) {
                            events.publishEvent(
                                    new PieceAnalysee(piece.id(), piece.owner(), state));
                        }
                    });
        }

        void infected(Piece piece, int attempt, PieceState.Infectee state, LocalDate lastDay) {
            transactions.executeWithoutResult(
                    _ -> {
                        if (store.settle(piece.id(), attempt, state, lastDay)) {
                            journal.append(
                                    new PieceInfectee(
                                            piece.id(), piece.owner(), state.signature()));
                            events.publishEvent(
                                    new PieceAnalysee(piece.id(), piece.owner(), state));
                        }
                    });
        }

        private static java.time.Instant since(PieceState.Lisible state, Piece piece) {
            return switch (state) {
                case PieceState.Saine(var since) -> since;
                case PieceState.NonAnalysee _ -> piece.depositedAt();
            };
        }
    }
}
