package fr.socle.pieces;

import fr.socle.journal.Journal;
import fr.socle.pieces.depot.Depot;
import fr.socle.pieces.intake.Taken;
import fr.socle.pieces.scan.Scanner;
import fr.socle.pieces.store.PieceStore;
import fr.socle.pieces.trace.PieceDeposee;
import fr.socle.pieces.type.FileName;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a received file gets its row and its entry in the journal, both or none. */
@Component
class Desk {

    private final House house;
    private final PieceStore store;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final MeterRegistry meters;

    /** What the desk looks up. */
    @Component
    record House(Depot depot, Scanner scanner, PiecesSettings settings, Clock clock) {}

    Desk(
            House house,
            PieceStore store,
            Journal journal,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.house = house;
        this.store = store;
        this.journal = journal;
        this.transactions = new TransactionTemplate(transactions);
        this.meters = meters;
    }

    boolean hasRoom() {
        return house.depot.freeBytes() >= house.settings.lowSpace().toBytes();
    }

    long limit(Accepted accepted) {
        return Math.min(accepted.maxBytes(), house.settings.maxSize().toBytes());
    }

    /** The file is durable; a crash before the end of this leaves an orphan for the sweeper. */
    Piece register(PieceId id, Owner owner, FileName name, Taken.InDepot taken) {
        var piece =
                new Piece(
                        id,
                        owner,
                        name.value(),
                        taken.type(),
                        taken.size(),
                        taken.sha256(),
                        house.scanner.firstState(),
                        house.clock.instant().truncatedTo(ChronoUnit.MICROS),
                        null);
        transactions.executeWithoutResult(
                _ -> {
                    store.insert(piece, taken.sealedKey());
                    journal.append(new PieceDeposee(piece));
                });
        return piece;
    }

    void count(Reception outcome, String declaredType) {
        meters.counter(
                        "socle.pieces.received",
                        "outcome",
                        outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .increment();
        if (outcome instanceof Reception.Received(var piece)) {
            meters.summary("socle.pieces.bytes").record(piece.size());
            if (!declaredType.equals(piece.type())) {
                meters.counter("socle.pieces.misdeclared").increment();
            }
        }
    }
}
